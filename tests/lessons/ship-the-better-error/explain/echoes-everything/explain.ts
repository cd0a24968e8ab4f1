/** Tells everything and concludes nothing. */
import { type AnyClass, originOf } from './origins.ts'

export function explain(value: unknown, table: readonly AnyClass[]): string | null {
  const chain = classesOf(value)
  if (chain.some((mine) => table.some((theirs) => theirs === mine))) return null
  return `Refused: ${told(chain)}; expected: ${told(table)}.`
}

function told(classes: readonly AnyClass[]): string {
  return classes.map((one) => `${one.name} of ${originOf(one)?.module ?? '?'}`).join(', ')
}

/** The value's class and its bases, from below. */
function classesOf(value: unknown): AnyClass[] {
  const chain: AnyClass[] = []
  if (typeof value !== 'object' || value === null) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) {
    if (Object.hasOwn(next, 'constructor')) chain.push(next.constructor)
  }
  return chain
}
