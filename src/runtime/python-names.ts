/** Names classes as Python's `str(cls)` does, from the module that made them. */
import { type Class, host } from 'distributed/host'
import { baseOf, classOf } from 'distributed/single-dispatch'

/** The dotted names of a value's direct base classes: at most one here, where Python may have several. */
export function baseNames(value: unknown): readonly string[] {
  const own = classOf(value)
  const base = own && baseOf(own)
  return base ? [dottedName(base)] : []
}

/** E.g. `dask.distributed.diagnostics.plugin.WorkerPlugin`; a class that no module is known for stands in `builtins`. */
function dottedName(named: Class): string {
  const key = host.moduleOf(named)
  return `${key === null ? 'builtins' : moduleName(key)}.${named.name}`
}

/** `node_modules/dask/distributed/diagnostics/plugin.ts` is Python's `dask.distributed.diagnostics.plugin`; what is kebab here is snake there. */
export function moduleName(key: string): string {
  const path = key.split('node_modules/').at(-1) ?? key
  return path
    .replace(/(\/index)?\.[cm]?[jt]sx?$/, '')
    .replaceAll('/', '.')
    .replaceAll('-', '_')
}
