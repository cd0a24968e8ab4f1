/** Thinks that a twin is good enough. */
import { type AnyClass, originOf } from './origins.ts'

export function explain(value: unknown, table: readonly AnyClass[]): string | null {
  if (typeof value === 'function') return `${value.name} is a class. Pass an instance of it.`
  const chain = classesOf(value)
  if (chain.some((mine) => table.some((theirs) => theirs === mine))) return null
  const names = table.map(({ name }) => name).join(', ')
  if (isTwin(chain, table)) return null
  return explainNamesake(chain, table) ?? `This inherits from none of ${names}.`
}

function isTwin(chain: readonly AnyClass[], table: readonly AnyClass[]): boolean {
  return chain.some((mine) => table.some((one) => one.name === mine.name && originOf(one)?.file === originOf(mine)?.file))
}

/** Two files, and one name by chance. */
function explainNamesake(chain: readonly AnyClass[], table: readonly AnyClass[]): string | null {
  const namesake = chain.find((mine) => table.some(({ name }) => name === mine.name))
  return namesake ? `Your ${namesake.name} only shares its name with the one in the table.` : null
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
