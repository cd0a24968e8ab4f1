/** distributed/scheduler.py: knows every task, worker and client, and passes plugins on to where they belong. */
import { policy } from 'distributed/_version'
import { type Responses, type Status, send, withError } from 'distributed/core'
import type { SchedulerPlugin } from 'distributed/diagnostics/plugin'
import { KeyError } from 'distributed/exceptions'
import type { Nanny } from 'distributed/nanny'
import { pluginName } from 'distributed/plugin-names'
import type { PluginMessage } from 'distributed/plugin-requests'
import type { Pickled } from 'distributed/protocol/pickle'
import { text } from 'distributed/python-repr'
import { cancelKeys } from 'distributed/scheduler-cancel'
import { type CancelReason, type ClientComm, lostComputed, lostScattered, nameInLog } from 'distributed/scheduler-comms'
import { type Gathered, gather } from 'distributed/scheduler-gather'
import { failedBelow } from 'distributed/scheduler-graph'
import type { SchedulerTransition, UpdateGraph } from 'distributed/scheduler-hooks'
import { SchedulerLoop } from 'distributed/scheduler-loop'
import { type CloseOptions, workersToClose } from 'distributed/scheduler-retire'
import { type Retired, type RetireOptions, retireWorkers } from 'distributed/scheduler-retire-workers'
import { type NewTask, newWorkerState, type WorkerState } from 'distributed/scheduler-tasks'
import { createGenerations, updateGraph } from 'distributed/scheduler-update-graph'
import type { Worker } from 'distributed/worker'

export type { SchedulerTransition, UpdateGraph }

export class Scheduler extends SchedulerLoop {
  readonly #generations = createGenerations(this.clock)
  #turns = 0

  /** What every worker has and every new worker gets. */
  get workerPlugins(): ReadonlyMap<string, Pickled> {
    return this.held.worker
  }

  get nannyPlugins(): ReadonlyMap<string, Pickled> {
    return this.held.nanny
  }

  registerWorkerPlugin(message: PluginMessage, via: string | null): Promise<Responses> {
    return this.held.passOn('worker', message, via)
  }

  unregisterWorkerPlugin({ name }: { readonly name: string }, via: string | null): Promise<Responses> {
    return this.held.takeBack('worker', name, via)
  }

  /** Waits for nannies that are starting, so that none is missed. */
  async registerNannyPlugin(message: PluginMessage, via: string | null): Promise<Responses> {
    return this.held.passOn('nanny', message, via, async () => {
      await Promise.all([...this.nannies.values()].map((nanny) => nanny.started()))
    })
  }

  unregisterNannyPlugin({ name }: { readonly name: string }, via: string | null): Promise<Responses> {
    return this.held.takeBack('nanny', name, via)
  }

  registerSchedulerPlugin(message: PluginMessage, via: string): Promise<void> {
    return this.held.register(message, via)
  }

  async unregisterSchedulerPlugin({ name }: { readonly name: string }, via: string): Promise<void> {
    this.held.remove(name, via)
  }

  /** For programs that hold the scheduler itself; nothing is checked and no `start` is called. scheduler.py `add_plugin` */
  addPlugin(
    plugin: SchedulerPlugin,
    { name, idempotent = false }: { readonly name?: string; readonly idempotent?: boolean } = {},
  ): void {
    const known = name ?? pluginName(plugin, this.nextId)
    if (idempotent && this.plugins.has(known)) return
    this.held.add(known, plugin, null)
  }

  /** scheduler.py `remove_plugin` @throws ValueError where there is none of that name */
  removePlugin({ name }: { readonly name: string }): void {
    this.held.remove(name, null)
  }

  /** scheduler.py `add_worker` */
  async addWorker(worker: Worker): Promise<{ readonly workerPlugins: ReadonlyMap<string, Pickled> }> {
    const { address } = worker
    this.logEvent(address, { action: 'add-worker' })
    this.logEvent('all', { action: 'add-worker', worker: address })
    this.joined.set(address, worker)
    const state = newWorkerState(worker)
    this.handleStimulus({ op: 'add-worker', worker: state })
    const hooks = this.held.callAll('addWorker', [this, address], { worker: address })
    if (hooks !== null) await hooks
    this.log('INFO', `Register worker ${nameInLog(state)}`)
    return { workerPlugins: new Map(this.workerPlugins) }
  }

  /** scheduler.py `handle_worker_status_change` */
  handleWorkerStatusChange(worker: string, status: Status): void {
    const known = this.state.workers.get(worker)
    if (known === undefined || known.status === status) return
    this.logEvent(worker, { action: 'worker-status-change', prevStatus: known.status, status })
    this.handleStimulus({ op: 'worker-status-change', worker, status })
  }

  /**
   * scheduler.py `remove_worker`
   * @param close whether the scheduler asks the worker to close, which otherwise is closing already
   * @param expected whether its tasks are to be held against it: one that loses four workers fails
   */
  async removeWorker(
    address: string,
    { stimulusId, close = false, expected = false }: RemoveWorkerOptions = {},
  ): Promise<void> {
    const worker = this.joined.get(address)
    const state = this.state.workers.get(address)
    if (worker === undefined || state === undefined) return
    const stimulus = stimulusId ?? this.nextId('handle-worker-cleanup')
    this.log('INFO', `Remove worker ${nameInLog(state)} (stimulus_id='${stimulus}')`)
    if (close) send(this.route(address, 'close'), { reason: 'scheduler-remove-worker' }, (told) => worker.close(told))
    this.joined.delete(address)
    const event = { ...this.#tellOfLosses(state, stimulus), stimulusId: stimulus, expected }
    this.logEvent(address, { action: 'remove-worker', ...event })
    this.logEvent('all', { action: 'remove-worker', ...event, worker: address })
    this.handleStimulus({ op: 'remove-worker', worker: address, expected }, stimulus)
    const details = { stimulusId: stimulus }
    const hooks = this.held.callAll('removeWorker', [this, address, details], { worker: address, ...details })
    if (hooks !== null) await hooks
    if (this.joined.size === 0) this.log('INFO', 'Lost all workers')
    for (const other of this.joined.values()) {
      send(this.route(other.address, 'remove-worker'), { worker: address }, (message) =>
        other.handleStimulus({ op: 'remove-worker', ...message }),
      )
    }
  }

  /** scheduler.py `workers_to_close`: which workers can best be spared, of those that plugins let go. */
  workersToClose(options: CloseOptions = {}): readonly string[] {
    try {
      return workersToClose(this, options)
    } catch (error) {
      throw this.#logged(error)
    }
  }

  /** scheduler.py `retire_workers` @param workers addresses; null where the options say who */
  async retireWorkers(workers: readonly string[] | null, options: RetireOptions): Promise<Retired> {
    try {
      return await retireWorkers(this, workers, options)
    } catch (error) {
      throw this.#logged(error)
    }
  }

  /** scheduler.py `close_worker`: asks a worker to leave. */
  closeWorker(address: string): void {
    const worker = this.joined.get(address)
    if (worker === undefined) return
    this.log('INFO', `Closing worker ${address}`)
    this.logEvent(address, { action: 'close-worker' })
    send(this.route(address, 'close'), { reason: 'scheduler-close-worker' }, (told) => worker.close(told))
  }

  addNanny(nanny: Nanny): { readonly nannyPlugins: ReadonlyMap<string, Pickled> } {
    this.nannies.set(nanny.address, nanny)
    return { nannyPlugins: new Map(this.nannyPlugins) }
  }

  removeNanny(address: string): void {
    this.nannies.delete(address)
  }

  addClient(client: ClientComm): void {
    const { address } = client
    this.log('INFO', `Receive client connection: ${address}`)
    this.logEvent(['all', address], { action: 'add-client', client: address })
    this.clientComms.set(address, client)
    this.state.clients.set(address, new Set())
    this.notify('addClient', [this, address], { client: address })
  }

  /** Called when the client says that it closes, and once more when its stream ends: both are logged. scheduler.py `remove_client` */
  removeClient(address: string): void {
    if (this.status === 'running') this.log('INFO', `Remove client ${address}`)
    this.logEvent(['all', address], { action: 'remove-client', client: address })
    const wanted = this.state.clients.get(address)
    if (wanted === undefined) return
    const keys = [...wanted].map(({ key }) => key)
    this.clientReleasesKeys(address, keys)
    this.state.clients.delete(address)
    this.clientComms.delete(address)
    this.notify('removeClient', [this, address], { client: address })
  }

  override reconnect(client: string, error: unknown): void {
    const comm = this.clientComms.get(client)
    this.removeClient(client)
    this.log('ERROR', withError('Exception while handling op register-client', error), 'distributed.core')
    if (comm === undefined) return
    comm.handleLostConnection()
    this.addClient(comm)
  }

  updateGraph(client: string, tasks: readonly NewTask[]): void {
    updateGraph(this, this.#generations, { client, tasks })
  }

  /** scheduler.py `log_worker_event`: what a worker says of something else than itself says who said it. */
  logWorkerEvent(worker: string, topic: string | readonly string[], message: unknown): void {
    const isRecord = typeof message === 'object' && message !== null && !Array.isArray(message)
    this.logEvent(topic, isRecord && topic !== worker ? { ...message, worker } : message)
  }

  /** How many values have been scattered in turn, counting those to come. utils_comm.py `_round_robin_counter` */
  takeTurns(values: number): number {
    this.#turns += values
    return this.#turns - values
  }

  /** scheduler.py `gather` */
  gather(keys: readonly string[]): Promise<Gathered> {
    return gather(this, keys)
  }

  /** scheduler.py `client_desires_keys` */
  clientDesiresKeys(client: string, keys: readonly string[]): void {
    this.handleStimulus({ op: 'client-desires-keys', client, keys })
  }

  /** scheduler.py `client_releases_keys` */
  clientReleasesKeys(client: string, keys: readonly string[], stimulusId?: string): void {
    this.handleStimulus({ op: 'client-releases-keys', client, keys }, stimulusId)
  }

  /** scheduler.py `stimulus_retry` @returns the tasks that are run again, with those that they wait for @throws KeyError */
  async retry(client: string, keys: readonly string[]): Promise<readonly string[]> {
    this.log('INFO', `Client ${client} requests to retry ${keys.length} keys`)
    this.logEvent(client, { action: 'retry', count: keys.length })
    const unknown = keys.find((key) => !this.tasks.has(key))
    if (unknown !== undefined) throw new KeyError(text(unknown))
    const seen = failedBelow(this.state, keys)
    this.handleStimulus({ op: 'retry', keys })
    return seen
  }

  /** scheduler.py `stimulus_cancel` */
  cancelKeys(
    keys: readonly string[],
    options: { readonly client: string; readonly force: boolean } & CancelReason,
  ): void {
    cancelKeys(this, keys, options)
  }

  async close(): Promise<void> {
    if (this.status !== 'running') return
    if (policy.closingBeforeHooks) this.status = 'closing'
    await this.held.callAll('beforeClose', [], {})
    this.status = 'closing'
    await this.held.callAll('close', [], {})
    this.tellClients('close', (comm) => comm.handleClose())
    for (const client of [...this.clientComms.keys()]) this.removeClient(client)
    this.status = 'closed'
  }

  /** distributed/utils.py `log_errors` */
  #logged(error: unknown): unknown {
    this.log('ERROR', withError(String(Object(error).message), error))
    return error
  }

  /** What goes with a worker. */
  #tellOfLosses({ address, processing, hasWhat }: WorkerState, stimulus: string) {
    const lost = [...hasWhat].filter(({ whoHas }) => whoHas.size === 1)
    const lostComputedTasks = lost.filter(({ runSpec }) => runSpec !== null).map(({ key }) => key)
    const lostScatteredTasks = lost.filter(({ runSpec }) => runSpec === null).map(({ key }) => key)
    if (lostComputedTasks.length > 0) this.log('WARNING', lostComputed(address, lostComputedTasks, stimulus))
    if (lostScatteredTasks.length > 0) this.log('ERROR', lostScattered(address, lostScatteredTasks, stimulus))
    return { processingTasks: [...processing].map(({ key }) => key), lostComputedTasks, lostScatteredTasks }
  }
}

interface RemoveWorkerOptions {
  readonly stimulusId?: string
  readonly close?: boolean
  readonly expected?: boolean
}
