/** Goes up the prototypes by calling itself, and keeps a namesake for the end. */
import { type AnyClass, originOf } from './origins.ts'

export function explain(value: unknown, table: readonly AnyClass[]): string | null {
  if (typeof value === 'function') return `${value.name}: new?`
  return climb(Object(value), table, null)
}

function climb(from: object, table: readonly AnyClass[], fallback: string | null): string | null {
  const next: object | null = Object.getPrototypeOf(from)
  if (next === null) return fallback ?? `Nothing to register. Extend ${table.map(({ name }) => name).join(' or ')}.`
  const mine: unknown = Object.hasOwn(next, 'constructor') ? Reflect.get(next, 'constructor') : null
  if (table.some((theirs) => theirs === mine)) return null
  const rival = table.find(({ name }) => typeof mine === 'function' && name === mine.name)
  if (rival === undefined) return climb(next, table, fallback)
  const [here, there] = [originOf(mine), originOf(rival)]
  if (here === null || here.file !== there?.file) {
    return climb(next, table, fallback ?? `A ${rival.name}, but from ${here?.file ?? 'somewhere'}: not the one that is meant.`)
  }
  return [`Two evaluations of ${here.file}.`, `yours: ${here.module}`, `ours: ${there.module}`].join('\n')
}
