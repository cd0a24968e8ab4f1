/** Tells which lines of a bundle are there for the probes alone. */
import { PROBES_NAME } from '../../../bundler/probes.ts'

/**
 * @param key the module of the section
 * @returns for each line whether it is the call that reports the module, or a part of a block that reports a class
 */
export function findProbeLines(lines: readonly string[], key: string): readonly boolean[] {
  const module = `${PROBES_NAME}.module(${JSON.stringify(key)}, `
  const created = `${PROBES_NAME}.class(this, ${JSON.stringify(key)}, [`
  const texts = lines.map((line) => line.trim())
  const reportsClass = (index: number) =>
    texts[index]?.startsWith(created) === true && texts[index - 1] === 'static {' && texts[index + 1] === '}'
  return texts.map(
    (text, index) =>
      text.startsWith(module) || reportsClass(index) || reportsClass(index - 1) || reportsClass(index + 1),
  )
}
