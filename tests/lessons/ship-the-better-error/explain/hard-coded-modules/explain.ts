/** Knows the two modules of the shown program by heart. */
import { type AnyClass, originOf } from './origins.ts'

export function explain(value: unknown, table: readonly AnyClass[]): string | null {
  if (typeof value === 'function') return `${value.name} is a class. Pass an instance of it.`
  const chain = classesOf(value)
  if (chain.some((mine) => table.some((theirs) => theirs === mine))) return null
  const names = table.map(({ name }) => name).join(', ')
  return explainTwin(chain, table) ?? explainNamesake(chain, table) ?? `This inherits from none of ${names}.`
}

/** One file, evaluated under two keys. */
function explainTwin(chain: readonly AnyClass[], table: readonly AnyClass[]): string | null {
  for (const mine of chain) {
    const theirs = table.find(({ name }) => name === mine.name)
    const [from, to] = [originOf(mine), originOf(theirs)]
    if (from === null || from.file !== to?.file) continue
    return `Your ${mine.name} was made by distributed/plugin.ts?via=dask, the one in the table by distributed/plugin.ts.`
  }
  return null
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
