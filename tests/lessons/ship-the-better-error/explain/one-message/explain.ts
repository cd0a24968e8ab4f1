/** One message for all. */
import { type AnyClass, originOf } from './origins.ts'

export function explain(value: unknown, table: readonly AnyClass[]): string | null {
  if (table.some((Theirs) => value instanceof Theirs)) return null
  return 'This is no plugin. Check your imports, your base class, and that you pass an instance.'
}
