/** Calls the hooks of plugins, and reports each call. */
import { host, type PluginKind } from 'distributed/host'

/** A plugin in its seat: which process holds it, and under which name. */
export interface Seat {
  readonly process: string
  readonly pluginKind: PluginKind
  readonly name: string
  readonly plugin: unknown
}

export interface HookCall {
  readonly hook: string
  /** What the plugin is given. */
  readonly parameters: readonly unknown[]
  /** What the trace says it was given. */
  readonly args: object
}

/**
 * Calls a hook that the plugin has, and gives back what it gave: a promise where the hook is async. A hook that it does not
 * have is passed over, as Dask's `hasattr` does.
 * @throws what the hook threw, after reporting it
 */
export function callHook(seat: Seat, { hook, parameters, args }: HookCall): unknown {
  const method: unknown = Object(seat.plugin)[hook]
  if (typeof method !== 'function') return undefined
  const report = (thrown: { readonly error: unknown } | null) =>
    host.report({ kind: 'hook-called', ...seat, hook, args, thrown })
  const reportAndThrow = (error: unknown) => {
    report({ error })
    throw error
  }
  report(null)
  try {
    const result: unknown = Reflect.apply(method, seat.plugin, parameters)
    return isAwaitable(result) ? Promise.resolve(result).catch(reportAndThrow) : result
  } catch (error) {
    return reportAndThrow(error)
  }
}

/** Python's `inspect.isawaitable`. */
function isAwaitable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
