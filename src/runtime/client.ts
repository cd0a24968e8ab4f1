/** distributed/client.py: what a program talks to. Submits tasks, and registers plugins by what their class is. */
import { policy } from 'distributed/_version'
import { ClusterClient } from 'distributed/client-cluster'
import type { Cluster } from 'distributed/client-connection'
import { hasFinished } from 'distributed/client-futures'
import {
  prepareDispatched,
  prepareForScheduler,
  type RegisterOptions,
  type RegisterWorkerOptions,
  registerForKind,
  registerForWorkers,
} from 'distributed/client-plugins'
import { type Scattered, type ScatterOptions, scatterOver } from 'distributed/client-scatter'
import {
  batchesOf,
  type GraphTask,
  Keys,
  type MapOptions,
  requireList,
  requireSubmittable,
  rowsOf,
  type SubmitOptions,
} from 'distributed/client-tasks'
import { type NannyPlugin, type SchedulerPlugin, UploadFile, type WorkerPlugin } from 'distributed/diagnostics/plugin'
import { ValueError } from 'distributed/exceptions'
import { type CancelOptions, Future, type FutureArgument, futuresOf } from 'distributed/future'
import type { PluginKind } from 'distributed/host'
import { type Registered, requestRemoval } from 'distributed/plugin-requests'
import { replaceDeep } from 'distributed/task-refs'

export type { MapOptions, RegisterOptions, RegisterWorkerOptions, SubmitOptions }

/** Anything that `registerPlugin` takes. */
export type Plugin = WorkerPlugin | SchedulerPlugin | NannyPlugin

/** Values, or futures whose results they are. */
export type Given<A extends readonly unknown[]> = { readonly [Place in keyof A]: A[Place] | Future<A[Place]> }

/** What `gather` makes of its argument: results in place of futures, in lists and plain objects too. */
export type Gathered<G> =
  G extends Future<infer T>
    ? T
    : G extends readonly (infer Item)[]
      ? Gathered<Item>[]
      : G extends Readonly<Record<string, unknown>>
        ? { [Name in keyof G]: Gathered<G[Name]> }
        : G

export interface ClientOptions {
  /** In place of `client`, `client-2`, … */
  readonly name?: string
  /** Whether `getClient` finds it. Default true. */
  readonly setAsDefault?: boolean
}

export class Client extends ClusterClient {
  readonly #keys: Keys

  /** Connects at once. Whatever is asked of the client meanwhile waits until the cluster has started. */
  constructor(cluster: Cluster, { name, setAsDefault = true }: ClientOptions = {}) {
    super(cluster, name)
    this.#keys = new Keys(this.scheduler.nextId)
    if (setAsDefault) openClients.push(this)
  }

  /** The client that was made last and is open still; null where there is none. client.py `Client.current` */
  static current(): Client | null {
    return openClients.findLast(({ status }) => status !== 'closed') ?? null
  }

  /**
   * Asks a worker to compute `fn(...args)`. In Dask: `client.submit(fn, *args, key=…)`; here the arguments of the function
   * stand in a list of their own, so that the options cannot be taken for one of them. Futures among them stand for their results.
   * @throws TypeError, ValueError for what cannot be submitted
   */
  submit<A extends readonly unknown[], R>(
    fn: (...args: A) => R,
    ...[args, options = {}]: A extends readonly []
      ? [args?: readonly [], options?: SubmitOptions]
      : [args: Given<A>, options?: SubmitOptions]
  ): Future<Awaited<R>> {
    this.requireOpen('client.submit()', 'update-graph')
    requireSubmittable('submit', fn, options)
    const given: readonly unknown[] = requireList('client.submit(fn, args)', args ?? [])
    const key = options.key ?? this.#keys.keyFor(fn, given, options)
    if (!this.futures.has(key)) this.#updateGraph([{ key, fn, args: given }], options)
    return this.futures.want(key)
  }

  /**
   * Submits the function once for each place of the lists, as Python's `map` does, up to the end of the shortest.
   * In Dask: `client.map(fn, *iterables, key=…)`.
   * @param options a `key` that is a text begins all keys; a list of texts gives each its own, and where it ends, so does the map.
   * With a `batchSize`, the tasks are sent in several graphs of so many each
   * @throws TypeError, ValueError for what cannot be submitted
   */
  map<A extends readonly unknown[], R>(
    fn: (...args: A) => R,
    lists: { readonly [Place in keyof A]: readonly (A[Place] | Future<A[Place]>)[] },
    { key, batchSize, ...options }: MapOptions = {},
  ): Future<Awaited<R>>[] {
    this.requireOpen('client.map()', 'update-graph')
    requireSubmittable('map', fn, options)
    const keys = typeof key === 'object' ? key : null
    const rows = rowsOf(lists).slice(0, keys?.length)
    const tasks = rows.map((args, row) => {
      const naming = { ...options, ...(typeof key === 'string' && { prefix: key }), salt: 'map' }
      return { key: keys?.[row] ?? this.#keys.keyFor(fn, args, naming), fn, args }
    })
    for (const batch of batchesOf(tasks, batchSize)) {
      // Unlike `submit`, it sends what the client has futures of too.
      this.#updateGraph([...new Map(batch.map((task) => [task.key, task])).values()], options)
    }
    return tasks.map((task) => this.futures.want(task.key))
  }

  /**
   * Waits for futures and fetches their results: of one alone, or of all in a list or a plain object, however deep.
   * @param errors `skip` leaves out of the list what has failed, instead of throwing
   * @throws what the first failing task threw; ValueError for futures that are no futures of this client
   */
  async gather<const G>(
    futures: G,
    { errors = 'raise' }: { readonly errors?: 'raise' | 'skip' } = {},
  ): Promise<Gathered<G>> {
    const all = futuresOf(futures)
    const strangers = all.filter(({ client }) => client !== this.futures)
    if (strangers.length > 0) throw new ValueError(mismatched(this.address, { strangers, all: all.length }))
    const isFine = await Promise.all(all.map(({ state }) => errors === 'raise' || hasFinished(state)))
    const missing = new Set(all.filter((_, place) => !isFine[place]))
    if (errors !== 'skip' && missing.size > 0) throw new ValueError(`Bad value, \`errors=${errors}\``)
    const states = new Set(all.filter((future) => !missing.has(future)).map(({ state }) => state))
    const found = await this.futures.fetch([...states], 'client.gather()')
    const kept = Array.isArray(futures) ? futures.filter((one) => !Future.is(one) || !missing.has(one)) : futures
    // The futures stand where their results do, and those cross as copies.
    return replaceDeep(kept, (part) => (Future.is(part) ? { with: found.get(part.key) ?? null } : null)) as Gathered<G>
  }

  /** client.py `cancel`: with the tasks go those that depend on them. */
  async cancel(futures: FutureArgument, options: CancelOptions = {}): Promise<void> {
    this.futures.cancel([...new Set(futuresOf(futures).map(({ key }) => key))], options)
  }

  /** client.py `retry` @throws KeyError for a task that is forgotten, or that failed because of one without a future */
  async retry(futures: FutureArgument): Promise<void> {
    await this.futures.retry(futuresOf(futures).map(({ key }) => key))
  }

  /**
   * Puts values on workers: a value alone, or each of a list or of a plain object. client.py `scatter`
   * @returns a future of each, in the same form
   */
  async scatter<const D>(data: D, options: ScatterOptions = {}): Promise<Scattered<D>> {
    await this.ready('client.scatter()')
    const { scheduler, address, futures } = this
    return scatterOver({ scheduler, address, futures, keys: this.#keys }, data, options)
  }

  /**
   * Sends a copy of the plugin to where plugins of its kind belong. Absent before Dask 2023.9.2.
   * @throws TypeError where the plugin inherits from none of the three base classes; what a failing `setup` or `start` threw
   */
  async registerPlugin(plugin: Plugin, options: RegisterOptions = {}): Promise<Registered> {
    await this.ready('client.registerPlugin()')
    const register = prepareDispatched(this.#registrar('registerPlugin'), plugin, options)
    if (register === null) throw new TypeError(policy.registerPlugin?.refusal(plugin))
    return register()
  }

  /**
   * Deprecated in Dask 2023.9.2, gone from 2026.6.0. Takes what `registerPlugin` refuses for a worker plugin.
   * @throws what a failing `setup` threw
   */
  async registerWorkerPlugin(plugin: unknown, options: RegisterWorkerOptions = {}): Promise<Registered> {
    await this.ready('client.registerWorkerPlugin()')
    return registerForWorkers(this.#registrar('registerWorkerPlugin'), plugin, options)
  }

  /** Deprecated in Dask 2023.9.2, gone from 2026.6.0. */
  async registerSchedulerPlugin(plugin: SchedulerPlugin, options: RegisterOptions = {}): Promise<Registered> {
    await this.ready('client.registerSchedulerPlugin()')
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

  /** client.py `upload_file`: gives every worker, and those to come, a module of the program. @returns as `registerPlugin` does */
  async uploadFile(filename: string): Promise<Registered> {
    await this.ready('client.uploadFile()')
    const name = this.scheduler.nextId(filename)
    return registerForKind(this.#registrar('uploadFile'), 'worker', { plugin: new UploadFile(filename), name })
  }

  override close(): Promise<void> {
    const place = openClients.indexOf(this)
    if (place !== -1) openClients.splice(place, 1)
    return super.close()
  }

  #updateGraph(tasks: readonly GraphTask[], options: SubmitOptions): void {
    const graph = tasks.map((task) => this.#keys.newTask(task, options))
    this.futures.send('update-graph', { keys: graph.map(({ key }) => key) }, () => {
      this.scheduler.updateGraph(this.address, graph)
    })
  }

  async #unregister(method: string, kind: PluginKind, name: string): Promise<Registered> {
    await this.ready(`client.${method}()`)
    return requestRemoval({ client: this.address, scheduler: this.scheduler, kind, via: method }, name)
  }

  #registrar(via: string) {
    return { address: this.address, scheduler: this.scheduler, via }
  }
}

function mismatched(
  client: string,
  { strangers, all }: { readonly strangers: readonly Future<unknown>[]; readonly all: number },
): string {
  const owners = strangers.map((future) => `${future}: '${future.client.address}'`).join(', ')
  return (
    'Cannot gather Futures created by another client. ' +
    `These are the ${strangers.length} (out of ${all}) mismatched Futures and their client IDs (this client is ${client}): {${owners}}`
  )
}

/** client.py `_global_clients` */
const openClients: Client[] = []

// A method that a version lacks is truly absent, so that calling it fails as it does in any program.
if (policy.registerPlugin === null) Reflect.deleteProperty(Client.prototype, 'registerPlugin')
if (policy.registerWorkerPlugin === 'absent') Reflect.deleteProperty(Client.prototype, 'registerWorkerPlugin')
if (policy.registerSchedulerPlugin === 'absent') Reflect.deleteProperty(Client.prototype, 'registerSchedulerPlugin')
