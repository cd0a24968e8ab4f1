/** Calls the hooks of plugins, and reports each call. */
import { host, type PluginKind } from 'distributed/host'
import { baseOf, classOf, isClass } from 'distributed/single-dispatch'

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
  /** The name under which Dask passes the one argument, e.g. `plugin.setup(worker=self)`; absent where it passes by position. */
  readonly keyword?: 'worker' | 'nanny'
}

/**
 * The name of the one parameter that `setup` and `teardown` have, which the base classes of plugins say on their prototypes.
 * Python knows it from the method itself; JavaScript knows no names of parameters. In the registry of symbols, so that
 * every copy of the base classes says it under the same one.
 */
export const HOOK_KEYWORD: unique symbol = Symbol.for('distributed.hook-keyword')

/**
 * Calls a hook that the plugin has, and gives back what it gave: a promise where the hook is async. A hook that it does not
 * have is passed over, as Dask's `hasattr` does.
 * @throws what the hook threw, after reporting it; TypeError where Python could not call it so
 */
export function callHook(seat: Seat, call: HookCall): unknown {
  const { hook, parameters, args } = call
  const method = methodOf(seat.plugin, hook)
  if (method === null) return undefined
  const misfit = misfitOf(seat.plugin, call)
  if (misfit !== null) throw new TypeError(misfit)
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

type Method = (...args: readonly unknown[]) => unknown

/** In Python the methods of instances are attributes of the class object too, though nobody gives them a `self` there. */
function methodOf(plugin: unknown, hook: string): Method | null {
  const method: unknown = isClass(plugin) ? Reflect.get(Object(plugin.prototype), hook) : Object(plugin)[hook]
  // Whatever can be called is called with whatever Dask passes.
  return typeof method === 'function' ? (method as Method) : null
}

/** Why Python could not bind the arguments; null where it could. */
function misfitOf(plugin: unknown, { hook, parameters, keyword }: HookCall): string | null {
  const owner = isClass(plugin) ? plugin : classOf(plugin)
  const definer = owner === null ? '' : `${definerOf(owner, hook)}.`
  if (isClass(plugin)) {
    const expected = Reflect.get(Object(plugin.prototype), hook).length + 1
    const missing = keyword === undefined ? nameOfLast(hook, plugin) : 'self'
    return parameters.length < expected || keyword !== undefined
      ? `${definer}${hook}() missing 1 required positional argument: '${missing}'`
      : null
  }
  const declared: unknown = Object(plugin)[HOOK_KEYWORD]
  if (keyword === undefined || typeof declared !== 'string' || declared === keyword) return null
  return `${definer}${hook}() got an unexpected keyword argument '${keyword}'`
}

/** With one argument too few by position, it is the last parameter that has none. */
function nameOfLast(hook: string, plugin: object): string {
  if (hook === 'transition') return 'finish'
  return String(Reflect.get(Object(Reflect.get(plugin, 'prototype')), HOOK_KEYWORD) ?? 'worker')
}

/** Python's `__qualname__` of the method begins with the class that defines it. */
function definerOf(owner: NonNullable<ReturnType<typeof classOf>>, hook: string): string {
  for (let met: ReturnType<typeof classOf> = owner; met !== null; met = baseOf(met)) {
    if (Object.hasOwn(met.prototype, hook)) return met.name
  }
  return owner.name
}

/** Python's `inspect.isawaitable`. */
export function isAwaitable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}
