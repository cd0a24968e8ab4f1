/** distributed/client.py `register_plugin` and what came before it: names a plugin, tells its kind, and asks the scheduler to take it. */
import { policy } from 'distributed/_version'
import { AssertionError } from 'distributed/exceptions'
import { host, type PluginKind } from 'distributed/host'
import { askedKind, checkedKind, dispatchedKind } from 'distributed/plugin-kind'
import { pluginName } from 'distributed/plugin-names'
import { type Registered, requestRegistration } from 'distributed/plugin-requests'
import { dumps } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'

const REGISTER_WORKER_PLUGIN =
  '`Client.register_worker_plugin` has been deprecated; please use `Client.register_plugin` instead'
const REGISTER_SCHEDULER_PLUGIN =
  '`Client.register_scheduler_plugin` has been deprecated; please `Client.register_plugin` instead'
const IDEMPOTENT_DEPRECATED =
  'The `idempotent` argument is deprecated and will be removed in a future version. Please mark your plugin as idempotent by setting its `.idempotent` attribute to `True`.'
const IDEMPOTENT_REMOVED = "Client.register_plugin() got an unexpected keyword argument 'idempotent'"

export interface RegisterOptions {
  /** In place of the plugin's own name. */
  readonly name?: string
  /** In place of the plugin's own `idempotent`. Deprecated, and gone from Dask 2026.7.1. */
  readonly idempotent?: boolean
}

export interface RegisterWorkerOptions {
  /** In place of the plugin's own name. */
  readonly name?: string
  /** Whether the plugin is for the nannies rather than for the workers. */
  readonly nanny?: boolean
}

/** Who registers, and for the trace with which method. */
export interface Registrar {
  readonly address: string
  readonly scheduler: Scheduler
  readonly via: string
}

/**
 * client.py `register_plugin`: the kind is dispatched on.
 * @returns what asks the scheduler; null where the plugin is none, which the client is to say
 */
export function prepareDispatched(
  registrar: Registrar,
  plugin: unknown,
  options: RegisterOptions,
): (() => Promise<Registered>) | null {
  if (options.idempotent !== undefined && policy.registerPlugin?.idempotentOption === 'removed') {
    throw new TypeError(IDEMPOTENT_REMOVED)
  }
  const name = requireName(registrar, plugin, options.name)
  const idempotent = isIdempotent(registrar, plugin, options)
  const kind = dispatchedKind.dispatch(plugin)
  return kind === null ? null : () => register(registrar, kind, { plugin, name, idempotent })
}

/** client.py `register_worker_plugin`: the kind is asked of `isinstance`, or of the caller. */
export function registerForWorkers(
  registrar: Registrar,
  plugin: unknown,
  { name, nanny }: RegisterWorkerOptions,
): Promise<Registered> {
  const isChecked = policy.registerWorkerPlugin === 'checked'
  if (isChecked) warn(registrar, 'DeprecationWarning', REGISTER_WORKER_PLUGIN)
  const known = requireName(registrar, plugin, name)
  const kind = isChecked ? checkedKind(plugin, nanny, registrar.address) : askedKind(plugin, nanny)
  return register(registrar, kind, { plugin, name: known, idempotent: false })
}

/** client.py `register_scheduler_plugin`: before 2023.9.2 nobody looks at the class; since then it is a way to `register_plugin`. */
export function prepareForScheduler(
  registrar: Registrar,
  plugin: unknown,
  options: RegisterOptions,
): (() => Promise<Registered>) | null {
  if (policy.registerSchedulerPlugin === 'deprecated') {
    warn(registrar, 'DeprecationWarning', REGISTER_SCHEDULER_PLUGIN)
    return prepareDispatched(registrar, plugin, options)
  }
  const name = requireName(registrar, plugin, options.name)
  return () => register(registrar, 'scheduler', { plugin, name, idempotent: options.idempotent ?? false })
}

interface Naming {
  readonly plugin: unknown
  readonly name: string
  readonly idempotent: boolean
}

/** For plugins that the client itself brings along. */
export function registerForKind(
  registrar: Registrar,
  kind: PluginKind,
  { plugin, name }: Pick<Naming, 'plugin' | 'name'>,
): Promise<Registered> {
  return register(registrar, kind, { plugin, name, idempotent: false })
}

function register({ address, scheduler, via }: Registrar, kind: PluginKind, naming: Naming): Promise<Registered> {
  return requestRegistration({ client: address, scheduler, kind, via }, { ...naming, plugin: dumps(naming.plugin) })
}

function requireName({ scheduler }: Registrar, plugin: unknown, name: string | undefined): string {
  const known = name ?? pluginName(plugin, scheduler.nextId)
  // `assert name`: nor is any other nothing a name.
  if (!known) throw new AssertionError()
  return known
}

function isIdempotent(registrar: Registrar, plugin: unknown, options: RegisterOptions): boolean {
  if (policy.registerPlugin?.idempotentOption === 'current') return options.idempotent ?? false
  const asked = options.idempotent ?? null
  if (asked !== null) warn(registrar, 'FutureWarning', IDEMPOTENT_DEPRECATED)
  const idempotent: unknown = asked ?? Object(plugin).idempotent ?? false
  if (typeof idempotent !== 'boolean') throw new AssertionError()
  return idempotent
}

function warn({ address }: Registrar, category: 'DeprecationWarning' | 'FutureWarning', message: string): void {
  host.report({ kind: 'warned', process: address, category, message })
}
