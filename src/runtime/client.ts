/** distributed/client.py: what a program talks to. Submits tasks, and registers plugins by what their class is. */
import { policy } from 'distributed/_version'
import { call, type Route, type Status, send } from 'distributed/core'
import type { LocalCluster } from 'distributed/deploy/local'
import type { NannyPlugin, SchedulerPlugin, WorkerPlugin } from 'distributed/diagnostics/plugin'
import { AssertionError, RuntimeError } from 'distributed/exceptions'
import { Future, type FutureState, pendingState } from 'distributed/future'
import { host, type PluginKind } from 'distributed/host'
import { askedKind, checkedKind, dispatchedKind } from 'distributed/plugin-kind'
import { pluginName } from 'distributed/plugin-names'
import {
  type Asking,
  type PluginMessage,
  type Registered,
  requestRegistration,
  requestRemoval,
} from 'distributed/plugin-requests'
import { dumps, loads, type Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import { createTokenizer } from 'distributed/tokenize'

type AnyFunction = (...args: never) => unknown

const REGISTER_WORKER_PLUGIN =
  '`Client.register_worker_plugin` has been deprecated; please use `Client.register_plugin` instead'
const REGISTER_SCHEDULER_PLUGIN =
  '`Client.register_scheduler_plugin` has been deprecated; please `Client.register_plugin` instead'
const IDEMPOTENT_DEPRECATED =
  'The `idempotent` argument is deprecated and will be removed in a future version. Please mark your plugin as idempotent by setting its `.idempotent` attribute to `True`.'
const IDEMPOTENT_REMOVED = "Client.register_plugin() got an unexpected keyword argument 'idempotent'"

/** Anything that `registerPlugin` takes. */
export type Plugin = WorkerPlugin | SchedulerPlugin | NannyPlugin

export interface SubmitOptions {
  /** The task's name. Without it, one is made of the function's name, and the same call gives the same one. */
  readonly key?: string
  /** Names or addresses of the workers that may run the task. */
  readonly workers?: readonly (string | number)[]
  /** False where the same call may give another result, and should run again. Default true. */
  readonly pure?: boolean
}

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

export class Client {
  /** `client`; further clients of the same cluster are `client-2`, … */
  readonly address: string
  readonly scheduler: Scheduler
  status: Status = 'init'
  readonly #connected: Promise<void>
  readonly #futures = new Map<string, FutureState>()
  readonly #tokenize = createTokenizer()
  readonly #keys = new Map<string, string>()

  /** Connects at once. Whatever is asked of the client meanwhile waits until the cluster has started. */
  constructor(cluster: LocalCluster) {
    this.scheduler = cluster.scheduler
    this.address = this.scheduler.nextId('client').replace(/-1$/, '')
    this.#connected = this.#connect(cluster)
  }

  /**
   * Asks a worker to compute `fn(...args)`. In Dask: `client.submit(fn, *args, key=…)`; here the arguments of the function
   * stand in a list of their own, so that the options cannot be taken for one of them.
   */
  submit<A extends readonly unknown[], R>(
    fn: (...args: A) => R,
    ...[args, { key, workers, pure = true } = {}]: A extends readonly []
      ? [args?: A, options?: SubmitOptions]
      : [args: A, options?: SubmitOptions]
  ): Future<Awaited<R>> {
    this.#requireOpen('submit')
    const given = args ?? []
    const name = key ?? this.#keyFor(fn, given, pure)
    const known = this.#futures.get(name)
    const state = known ?? pendingState()
    if (known === undefined) {
      this.#futures.set(name, state)
      const task = { key: name, runSpec: dumps({ fn, args: given }), workers: workers?.map(String) ?? null }
      this.#send('update-graph', { keys: [name] }, () => this.scheduler.updateGraph(this.address, [task]))
    }
    return new Future(name, state, {
      fetch: (wanted) => this.#fetch(wanted),
      release: (unwanted) => this.#release(unwanted),
    })
  }

  /**
   * Sends a copy of the plugin to where plugins of its kind belong. Absent before Dask 2023.9.2.
   * @throws TypeError where the plugin inherits from none of the three base classes; what a failing `setup` or `start` threw
   */
  async registerPlugin(plugin: Plugin, options: RegisterOptions = {}): Promise<Registered> {
    this.#requireOpen('registerPlugin')
    return this.#registerDispatched('registerPlugin', plugin, options)
  }

  /**
   * Deprecated in Dask 2023.9.2, gone from 2026.6.0. Takes what `registerPlugin` refuses for a worker plugin.
   * @throws what a failing `setup` threw
   */
  async registerWorkerPlugin(plugin: unknown, { name, nanny }: RegisterWorkerOptions = {}): Promise<Registered> {
    this.#requireOpen('registerWorkerPlugin')
    await this.#connected
    const isChecked = policy.registerWorkerPlugin === 'checked'
    if (isChecked) this.#warn('DeprecationWarning', REGISTER_WORKER_PLUGIN)
    const known = this.#requireName(plugin, name)
    const kind = isChecked ? checkedKind(plugin, nanny, this.address) : askedKind(plugin, nanny)
    return this.#register('registerWorkerPlugin', kind, { plugin: dumps(plugin), name: known, idempotent: false })
  }

  /** Deprecated in Dask 2023.9.2, gone from 2026.6.0. */
  async registerSchedulerPlugin(plugin: SchedulerPlugin, options: RegisterOptions = {}): Promise<Registered> {
    this.#requireOpen('registerSchedulerPlugin')
    await this.#connected
    if (policy.registerSchedulerPlugin === 'deprecated') {
      this.#warn('DeprecationWarning', REGISTER_SCHEDULER_PLUGIN)
      return this.#registerDispatched('registerSchedulerPlugin', plugin, options)
    }
    const name = this.#requireName(plugin, options.name)
    const idempotent = options.idempotent ?? false
    return this.#register('registerSchedulerPlugin', 'scheduler', { plugin: dumps(plugin), name, idempotent })
  }

  /** @throws ValueError where there is no worker plugin (or nanny plugin) of that name */
  async unregisterWorkerPlugin(
    name: string,
    { nanny = false }: { readonly nanny?: boolean } = {},
  ): Promise<Registered> {
    this.#requireOpen('unregisterWorkerPlugin')
    await this.#connected
    return requestRemoval(this.#asking('unregisterWorkerPlugin', nanny ? 'nanny' : 'worker'), name)
  }

  /** @throws ValueError where there is no scheduler plugin of that name */
  async unregisterSchedulerPlugin(name: string): Promise<void> {
    this.#requireOpen('unregisterSchedulerPlugin')
    await this.#connected
    await requestRemoval(this.#asking('unregisterSchedulerPlugin', 'scheduler'), name)
  }

  /** Leaves the cluster, which goes on. Closing twice is closing once. */
  async close(): Promise<void> {
    if (this.status === 'closing' || this.status === 'closed') return
    this.status = 'closing'
    await this.#connected
    for (const state of this.#futures.values()) {
      state.status = 'cancelled'
      state.settle()
    }
    this.#futures.clear()
    await call(this.#route('close-client'), {}, () => this.scheduler.removeClient(this.address))
    this.status = 'closed'
  }

  async #connect(cluster: LocalCluster): Promise<void> {
    await cluster.started()
    const comm = {
      address: this.address,
      handleKeyInMemory: (key: string) => this.#settle(key, 'finished', null),
      handleTaskErred: (key: string, exception: Pickled) => this.#settle(key, 'error', exception),
    }
    await call(this.#route('register-client'), { client: this.address }, () => this.scheduler.addClient(comm))
    if (this.status === 'init') this.status = 'running'
  }

  async #registerDispatched(via: string, plugin: Plugin, options: RegisterOptions): Promise<Registered> {
    await this.#connected
    const name = this.#requireName(plugin, options.name)
    const idempotent = this.#isIdempotent(plugin, options)
    const kind = dispatchedKind.dispatch(plugin)
    if (kind === null) throw new TypeError(policy.registerPlugin?.refusal(plugin))
    return this.#register(via, kind, { plugin: dumps(plugin), name, idempotent })
  }

  #isIdempotent(plugin: Plugin, options: RegisterOptions): boolean {
    if (options.idempotent !== undefined) {
      if (policy.registerPlugin?.idempotentOption === 'removed') throw new TypeError(IDEMPOTENT_REMOVED)
      this.#warn('FutureWarning', IDEMPOTENT_DEPRECATED)
    }
    const idempotent: unknown = options.idempotent ?? Object(plugin).idempotent ?? false
    if (typeof idempotent !== 'boolean') throw new AssertionError()
    return idempotent
  }

  #requireName(plugin: unknown, name: string | undefined): string {
    const known = name ?? pluginName(plugin, this.scheduler.nextId)
    if (known === '') throw new AssertionError()
    return known
  }

  #register(via: string, kind: PluginKind, message: PluginMessage): Promise<Registered> {
    return requestRegistration(this.#asking(via, kind), message)
  }

  #asking(via: string, kind: PluginKind): Asking {
    return { client: this.address, scheduler: this.scheduler, kind, via }
  }

  /** client.py `submit`: `funcname(func) + "-" + tokenize(func, *args)`. */
  #keyFor(fn: AnyFunction, args: readonly unknown[], pure: boolean): string {
    const name = fn.name || 'lambda'
    if (!pure) return this.scheduler.nextId(name)
    const token = this.#tokenize([fn, args])
    const key = this.#keys.get(token) ?? this.scheduler.nextId(name)
    this.#keys.set(token, key)
    return key
  }

  async #fetch(key: string): Promise<unknown> {
    this.#requireOpen('gather')
    const found = await call(this.#route('gather'), { keys: [key] }, ({ keys }) => this.scheduler.gather(keys))
    const value = found[key]
    return value && loads(value)
  }

  #settle(key: string, status: 'finished' | 'error', exception: Pickled | null): void {
    const state = this.#futures.get(key)
    if (state === undefined) return
    state.status = status
    state.exception = exception
    state.settle()
  }

  #release(key: string): void {
    const state = this.#futures.get(key)
    if (state === undefined) return
    state.references -= 1
    if (state.references > 0) return
    this.#futures.delete(key)
    state.status = 'cancelled'
    state.settle()
    this.#send('client-releases-keys', { keys: [key] }, ({ keys }) => {
      this.scheduler.handleStimulus({ op: 'client-releases-keys', client: this.address, keys })
    })
  }

  /** Sends once the client has connected, in the order of the calls. */
  #send<M extends object>(op: string, message: M, handler: (message: M) => void): void {
    void this.#connected.then(() => send(this.#route(op), message, handler))
  }

  #requireOpen(method: string): void {
    if (this.status !== 'closing' && this.status !== 'closed') return
    throw new RuntimeError(`client.${method}(): this client is ${this.status}. Make the call before client.close().`)
  }

  #warn(category: 'DeprecationWarning' | 'FutureWarning', message: string): void {
    host.report({ kind: 'warned', process: this.address, category, message })
  }

  #route(op: string): Route {
    return { from: this.address, to: this.scheduler.address, op }
  }
}

// A method that a version lacks is truly absent, so that calling it fails as it does in any program.
if (policy.registerPlugin === null) Reflect.deleteProperty(Client.prototype, 'registerPlugin')
if (policy.registerWorkerPlugin === 'absent') Reflect.deleteProperty(Client.prototype, 'registerWorkerPlugin')
if (policy.registerSchedulerPlugin === 'absent') Reflect.deleteProperty(Client.prototype, 'registerSchedulerPlugin')
