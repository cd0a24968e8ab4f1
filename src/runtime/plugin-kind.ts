/** distributed/client.py: the two ways in which a client tells the kind of a plugin, by dispatch and by `isinstance`. */
import { NannyPlugin, SchedulerPlugin, WorkerPlugin } from 'distributed/diagnostics/plugin'
import { type Class, host, type PluginKind } from 'distributed/host'
import { baseOf, classOf, singleDispatch } from 'distributed/single-dispatch'

/** `_register_plugin`: null where no base class on the plugin's chain is one of these three objects. */
export const dispatchedKind = singleDispatch<PluginKind | null>('registerPlugin', null)
dispatchedKind.register(SchedulerPlugin, 'scheduler')
dispatchedKind.register(NannyPlugin, 'nanny')
dispatchedKind.register(WorkerPlugin, 'worker')

/**
 * `register_worker_plugin`: what is no plugin at all is taken for a worker plugin, with a warning.
 * @param nanny what the caller said: true or false for "for the nannies or not"
 * @param process who is warned
 */
export function checkedKind(plugin: unknown, nanny: boolean | undefined, process: string): PluginKind {
  if (plugin instanceof WorkerPlugin || claims(plugin, WorkerPlugin)) {
    if (nanny === true) warnMismatch(process, { kind: 'worker', asked: 'nanny' })
    return 'worker'
  }
  if (plugin instanceof NannyPlugin || claims(plugin, NannyPlugin)) {
    if (nanny === false) warnMismatch(process, { kind: 'nanny', asked: 'worker' })
    return 'nanny'
  }
  if (plugin instanceof SchedulerPlugin || claims(plugin, SchedulerPlugin)) {
    warnMismatch(process, { kind: 'scheduler', asked: nanny ? 'nanny' : 'worker' })
    return 'scheduler'
  }
  const message =
    'Registering duck-typed plugins has been deprecated. Please make sure your plugin inherits from `NannyPlugin` or `WorkerPlugin`.'
  host.report({ kind: 'warned', process, category: 'DeprecationWarning', message })
  return nanny ? 'nanny' : 'worker'
}

/** `register_worker_plugin` before 2023.9.2: takes the caller's word, and looks at the class only where there is none. */
export function askedKind(plugin: unknown, nanny: boolean | undefined): PluginKind {
  return (nanny ?? plugin instanceof NannyPlugin) ? 'nanny' : 'worker'
}

/** Python's `isinstance` also believes what an object says of its class. */
function claims(plugin: unknown, asked: Class): boolean {
  for (let met = classOf(plugin); met !== null; met = baseOf(met)) if (met === asked) return true
  return false
}

const CLASS_NAMES = { worker: 'WorkerPlugin', nanny: 'NannyPlugin', scheduler: 'SchedulerPlugin' } as const

function warnMismatch(
  process: string,
  { kind, asked }: { readonly kind: PluginKind; readonly asked: PluginKind },
): void {
  const message =
    `Registering a \`${CLASS_NAMES[kind]}\` as a ${asked} plugin is not allowed, registering as a ${kind} plugin instead. ` +
    `To register as a ${asked} plugin, inherit from \`${CLASS_NAMES[asked]}\`.`
  host.report({ kind: 'warned', process, category: 'UserWarning', message })
}
