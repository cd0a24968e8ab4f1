/** distributed/client.py: what a program talks to. Submits tasks, and registers plugins by what their class is. */
import { policy } from 'distributed/_version'
import { Futures, hasFinished } from 'distributed/client-futures'
import {
  prepareDispatched,
  prepareForScheduler,
  type RegisterOptions,
  type RegisterWorkerOptions,
  registerForWorkers,
} from 'distributed/client-plugins'
import { describe, type GraphTask, Keys, type SchedulerInfo, type SubmitOptions } from 'distributed/client-tasks'
import { call, type Status } from 'distributed/core'
import type { NannyPlugin, SchedulerPlugin, WorkerPlugin } from 'distributed/diagnostics/plugin'
import { RuntimeError, ValueError } from 'distributed/exceptions'
import type { CancelOptions, Future } from 'distributed/future'
import type { PluginKind } from 'distributed/host'
import { type Registered, requestRemoval } from 'distributed/plugin-requests'
import { dumps, loads } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import type { LoggedEvent } from 'distributed/scheduler-events'

export type { RegisterOptions, RegisterWorkerOptions, SubmitOptions }

/** Anything that `registerPlugin` takes. */
export type Plugin = WorkerPlugin | SchedulerPlugin | NannyPlugin

/** Values, or futures whose results they are. */
export type Given<A extends readonly unknown[]> = { readonly [Place in keyof A]: A[Place] | Future<A[Place]> }

/** What a client connects to: a `LocalCluster`. */
export interface Cluster {
  readonly scheduler: Scheduler
  readonly started: () => Promise<void>
}

export interface ClientOptions {
  /** In place of `client`, `client-2`, … */
  readonly name?: string
  /** Whether `getClient` finds it. Default true. */
  readonly setAsDefault?: boolean
}

export class Client {
  /** `client`; further clients of the same cluster are `client-2`, … */
  readonly address: string
  readonly scheduler: Scheduler
  status: Status = 'init'
  readonly #connected: Promise<void>
  readonly #futures: Futures
  readonly #keys: Keys
  #closed: Promise<void> | null = null

  /** Connects at once. Whatever is asked of the client meanwhile waits until the cluster has started. */
  constructor(cluster: Cluster, { name, setAsDefault = true }: ClientOptions = {}) {
    const { scheduler } = cluster
    this.scheduler = scheduler
    this.address = name ?? `${scheduler.nextId('client').replace(/-1$/, '')}${scheduler.suffix}`
    this.#keys = new Keys(scheduler.nextId)
    this.#connected = Promise.resolve().then(() => this.#connect(cluster))
    this.#futures = new Futures({
      ...{ address: this.address, scheduler, connected: this.#connected },
      requireOpen: (asked) => this.#requireOpen(asked),
    })
    if (setAsDefault) openClients.push(this)
  }

  /** The client that was made last and is open still; null where there is none. client.py `Client.current` */
  static current(): Client | null {
    return openClients.at(-1) ?? null
  }

  /**
   * Asks a worker to compute `fn(...args)`. In Dask: `client.submit(fn, *args, key=…)`; here the arguments of the function
   * stand in a list of their own, so that the options cannot be taken for one of them. Futures among them stand for their results.
   */
  submit<A extends readonly unknown[], R>(
    fn: (...args: A) => R,
    ...[args, options = {}]: A extends readonly []
      ? [args?: readonly [], options?: SubmitOptions]
      : [args: Given<A>, options?: SubmitOptions]
  ): Future<Awaited<R>> {
    this.#requireOpen('client.submit()')
    const given: readonly unknown[] = args ?? []
    const key = options.key ?? this.#keys.keyFor(fn, given, options)
    if (!this.#futures.has(key)) this.#updateGraph([{ key, fn, args: given }], options)
    return this.#futures.want(key)
  }

  /**
   * Submits the function once for each place of the lists, as Python's `map` does, up to the end of the shortest.
   * In Dask: `client.map(fn, *iterables, key=…)`.
   */
  map<A extends readonly unknown[], R>(
    fn: (...args: A) => R,
    lists: { readonly [Place in keyof A]: readonly (A[Place] | Future<A[Place]>)[] },
    { key, ...options }: Omit<SubmitOptions, 'key'> & { readonly key?: string | readonly string[] } = {},
  ): Future<Awaited<R>>[] {
    this.#requireOpen('client.map()')
    const columns: readonly (readonly unknown[])[] = lists
    const length = Math.min(...columns.map((list) => list.length))
    const rows = Array.from({ length: Number.isFinite(length) ? length : 0 }, (_, row) =>
      columns.map((list) => list[row]),
    )
    const tasks = rows.map((args, row) => {
      const own = typeof key === 'object' ? key[row] : undefined
      const prefix = typeof key === 'string' ? { ...options, prefix: key } : options
      return { key: own ?? this.#keys.keyFor(fn, args, prefix), fn, args }
    })
    const unknown = tasks.filter((task) => !this.#futures.has(task.key))
    if (unknown.length > 0) this.#updateGraph(unknown, options)
    return tasks.map((task) => this.#futures.want(task.key))
  }

  /**
   * Waits for futures, in a list or one alone, and fetches their results.
   * @param errors `skip` leaves out what has failed, instead of throwing
   * @throws what the first failing task threw; ValueError for futures that are no futures of this client
   */
  async gather<T>(
    futures: readonly Future<T>[],
    { errors = 'raise' }: { readonly errors?: 'raise' | 'skip' } = {},
  ): Promise<T[]> {
    this.#requireOpen('client.gather()')
    const strangers = futures.filter((future) => !future.isOf(this.#futures))
    if (strangers.length > 0) throw new ValueError(mismatched(this.address, { strangers, all: futures.length }))
    const isFine = await Promise.all(futures.map(({ state }) => errors === 'raise' || hasFinished(state)))
    const wanted = futures.filter((_, place) => isFine[place])
    const found = await this.#futures.fetch([...new Set(wanted.map(({ state }) => state))], 'client.gather()')
    // The task's function gives a T, and its result crosses as a copy.
    return wanted.map(({ key }) => found.get(key) as T)
  }

  /** client.py `cancel`: with the tasks go those that depend on them. */
  async cancel(futures: readonly Future<unknown>[], options: CancelOptions = {}): Promise<void> {
    this.#futures.cancel([...new Set(futures.map(({ key }) => key))], options)
  }

  /** client.py `retry` */
  async retry(futures: readonly Future<unknown>[]): Promise<void> {
    await this.#futures.retry(futures.map(({ key }) => key))
  }

  /**
   * Forgets all tasks and starts the workers anew.
   * @throws TimeoutError where workers have no nannies, since those do not come back
   */
  async restart({ waitForWorkers = true }: { readonly waitForWorkers?: boolean } = {}): Promise<void> {
    await this.#ready('client.restart()')
    await call(this.#route('restart'), { waitForWorkers }, (message) => this.scheduler.restart(message))
  }

  /**
   * Sends a copy of the plugin to where plugins of its kind belong. Absent before Dask 2023.9.2.
   * @throws TypeError where the plugin inherits from none of the three base classes; what a failing `setup` or `start` threw
   */
  async registerPlugin(plugin: Plugin, options: RegisterOptions = {}): Promise<Registered> {
    await this.#ready('client.registerPlugin()')
    const register = prepareDispatched(this.#registrar('registerPlugin'), plugin, options)
    if (register === null) throw new TypeError(policy.registerPlugin?.refusal(plugin))
    return register()
  }

  /**
   * Deprecated in Dask 2023.9.2, gone from 2026.6.0. Takes what `registerPlugin` refuses for a worker plugin.
   * @throws what a failing `setup` threw
   */
  async registerWorkerPlugin(plugin: unknown, options: RegisterWorkerOptions = {}): Promise<Registered> {
    await this.#ready('client.registerWorkerPlugin()')
    return registerForWorkers(this.#registrar('registerWorkerPlugin'), plugin, options)
  }

  /** Deprecated in Dask 2023.9.2, gone from 2026.6.0. */
  async registerSchedulerPlugin(plugin: SchedulerPlugin, options: RegisterOptions = {}): Promise<Registered> {
    await this.#ready('client.registerSchedulerPlugin()')
    const register = prepareForScheduler(this.#registrar('registerSchedulerPlugin'), plugin, options)
    if (register === null) throw new TypeError(policy.registerPlugin?.refusal(plugin))
    return register()
  }

  /** @throws ValueError where there is no worker plugin (or nanny plugin) of that name; what a failing `teardown` threw */
  async unregisterWorkerPlugin(
    name: string,
    { nanny = false }: { readonly nanny?: boolean } = {},
  ): Promise<Registered> {
    return this.#unregister('unregisterWorkerPlugin', nanny ? 'nanny' : 'worker', name)
  }

  /** @throws ValueError where there is no scheduler plugin of that name */
  async unregisterSchedulerPlugin(name: string): Promise<void> {
    await this.#unregister('unregisterSchedulerPlugin', 'scheduler', name)
  }

  /** client.py `scheduler_info`: who is there. */
  schedulerInfo(): SchedulerInfo {
    return describe(this.scheduler)
  }

  /** client.py `log_event` */
  async logEvent(topic: string | readonly string[], message: unknown): Promise<void> {
    await this.#ready('client.logEvent()')
    const pickled = dumps(message)
    await call(this.#route('log_event'), { topic, msg: pickled }, () => this.scheduler.logEvent(topic, loads(pickled)))
  }

  /** client.py `get_events` */
  async getEvents(topic: string): Promise<readonly LoggedEvent[]> {
    await this.#ready('client.getEvents()')
    return call(this.#route('events'), { topic }, (message) => loads(dumps(this.scheduler.events.get(message.topic))))
  }

  /** client.py `subscribe_topic`. @returns what ends the subscription */
  subscribeTopic(topic: string, handler: (event: LoggedEvent) => void): () => void {
    this.#requireOpen('client.subscribeTopic()')
    return this.scheduler.events.subscribe(topic, (event) => handler(loads(dumps(event))))
  }

  /** Leaves the cluster, which goes on. Closing twice is closing once. */
  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    this.status = 'closing'
    const place = openClients.indexOf(this)
    if (place !== -1) openClients.splice(place, 1)
    await this.#connected
    this.#futures.cancelAll({})
    await call(this.#route('close-client'), {}, () => this.scheduler.removeClient(this.address))
    await call(this.#route('close-stream'), {}, () => this.scheduler.removeClient(this.address))
    this.status = 'closed'
  }

  async #connect(cluster: Cluster): Promise<void> {
    await cluster.started()
    const comm = this.#futures.comm(() => this.#lose())
    await call(this.#route('register-client'), { client: this.address }, () => this.scheduler.addClient(comm))
    if (this.status === 'init') this.status = 'running'
  }

  /** client.py `_reconnect`: the scheduler has gone. */
  #lose(): void {
    const msg = 'Client lost the connection to the scheduler. Please check your connection and re-run your work.'
    this.#futures.cancelAll({ reason: 'scheduler-connection-lost', msg })
  }

  #updateGraph(tasks: readonly GraphTask[], options: SubmitOptions): void {
    const graph = tasks.map((task) => this.#keys.newTask(task, options))
    this.#futures.send('update-graph', { keys: graph.map(({ key }) => key) }, () => {
      this.scheduler.updateGraph(this.address, graph)
    })
  }

  async #unregister(method: string, kind: PluginKind, name: string): Promise<Registered> {
    await this.#ready(`client.${method}()`)
    return requestRemoval({ client: this.address, scheduler: this.scheduler, kind, via: method }, name)
  }

  async #ready(asked: string): Promise<void> {
    this.#requireOpen(asked)
    await this.#connected
  }

  #requireOpen(asked: string): void {
    if (this.status === 'closing' || this.status === 'closed') {
      throw new RuntimeError(`${asked}: this client is ${this.status}. Make the call before client.close().`)
    }
    if (this.scheduler.status !== 'closed') return
    throw new RuntimeError(`${asked}: the cluster of this client is closed. Make the call before cluster.close().`)
  }

  #registrar(via: string) {
    return { address: this.address, scheduler: this.scheduler, via }
  }

  #route(op: string) {
    return { from: this.address, to: this.scheduler.address, op }
  }
}

function mismatched(
  client: string,
  { strangers, all }: { readonly strangers: readonly Future<unknown>[]; readonly all: number },
): string {
  const keys = strangers.map(({ key }) => key).join(', ')
  return (
    'Cannot gather Futures created by another client. ' +
    `These are the ${strangers.length} (out of ${all}) mismatched Futures (this client is ${client}): ${keys}`
  )
}

/** client.py `_global_clients` */
const openClients: Client[] = []

// A method that a version lacks is truly absent, so that calling it fails as it does in any program.
if (policy.registerPlugin === null) Reflect.deleteProperty(Client.prototype, 'registerPlugin')
if (policy.registerWorkerPlugin === 'absent') Reflect.deleteProperty(Client.prototype, 'registerWorkerPlugin')
if (policy.registerSchedulerPlugin === 'absent') Reflect.deleteProperty(Client.prototype, 'registerSchedulerPlugin')
