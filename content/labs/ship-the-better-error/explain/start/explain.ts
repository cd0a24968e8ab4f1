/** Why a value is no plugin, as Dask 2024.10.0 tells it; else null. */
import { type AnyClass, originOf } from './origins.ts'

const NOT_AN_INSTANCE = 'Please provide an instance of a plugin, not a type.'
const LONG_PATH =
  'Importing plugin base classes from ' +
  '`distributed/plugin.ts?via=dask` is not supported. ' +
  'Please import directly from `distributed/plugin.ts` instead.'
const DUCK =
  'Registering duck-typed plugins is not allowed. Please inherit ' +
  'from NannyPlugin, WorkerPlugin, or SchedulerPlugin to create a plugin.'

export function explain(value: unknown, table: readonly AnyClass[]): string | null {
  if (typeof value === 'function') return NOT_AN_INSTANCE
  if (table.some((Theirs) => value instanceof Theirs)) return null
  const module = originOf(baseOf(value))?.module ?? ''
  return module.includes('?via=dask') ? LONG_PATH : DUCK
}

/** The direct base of the value's class, and no other. */
function baseOf(value: unknown): unknown {
  return Object.getPrototypeOf(Object(value).constructor ?? Object)
}
