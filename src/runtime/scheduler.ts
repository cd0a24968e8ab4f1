/** distributed/scheduler.py: knows every task, worker and client, and passes plugins on to where they belong. */
import { policy } from 'distributed/_version'
import { createClock } from 'distributed/clock'
import { call, type Responses, type Status, send } from 'distributed/core'
import type { SchedulerPlugin } from 'distributed/diagnostics/plugin'
import { host } from 'distributed/host'
import { createIds } from 'distributed/ids'
import type { Nanny } from 'distributed/nanny'
import { pluginName } from 'distributed/plugin-names'
import type { PluginMessage } from 'distributed/plugin-requests'
import type { Pickled } from 'distributed/protocol/pickle'
import { cancelKeys } from 'distributed/scheduler-cancel'
import { type CancelReason, type ClientComm, lostTasks, tellTask } from 'distributed/scheduler-comms'
import { Events } from 'distributed/scheduler-events'
import type { SchedulerTransition, UpdateGraph } from 'distributed/scheduler-hooks'
import { type Receiver, SchedulerPlugins } from 'distributed/scheduler-plugins'
import { type RestartOptions, restart } from 'distributed/scheduler-restart'
import { SchedulerState } from 'distributed/scheduler-state'
import type { NewTask, SchedulerInstruction, SchedulerMessage, SchedulerStimulus } from 'distributed/scheduler-tasks'
import { announceGraph, createGenerations, updateGraph } from 'distributed/scheduler-update-graph'
import type { Worker } from 'distributed/worker'

export type { SchedulerTransition, UpdateGraph }

export class Scheduler {
  readonly address: string
  readonly state = new SchedulerState()
  readonly events = new Events()
  readonly clock = createClock()
  /** Draws the names that Dask draws at random. */
  readonly nextId = createIds()
  /** What the names of this cluster's processes end with, where several clusters share one program. */
  readonly suffix: string
  status: Status = 'running'
  readonly #plugins = new SchedulerPlugins(this)
  readonly #clients = new Map<string, ClientComm>()
  readonly #workers = new Map<string, Worker>()
  readonly #nannies = new Map<string, Nanny>()
  readonly #generations = createGenerations(this.clock)

  constructor({ suffix = '' }: { readonly suffix?: string } = {}) {
    this.suffix = suffix
    this.address = `scheduler${suffix}`
  }

  get plugins(): ReadonlyMap<string, SchedulerPlugin> {
    return this.#plugins.own
  }

  /** What every worker has and every new worker gets. */
  get workerPlugins(): ReadonlyMap<string, Pickled> {
    return this.#plugins.worker
  }

  get nannyPlugins(): ReadonlyMap<string, Pickled> {
    return this.#plugins.nanny
  }

  /** The workers that have joined, by address. */
  get workers(): ReadonlyMap<string, Worker> {
    return this.#workers
  }

  registerWorkerPlugin(message: PluginMessage, via: string | null): Promise<Responses> {
    return this.#plugins.passOn('worker', message, via)
  }

  unregisterWorkerPlugin({ name }: { readonly name: string }, via: string | null): Promise<Responses> {
    return this.#plugins.takeBack('worker', name, via)
  }

  /** Waits for nannies that are starting, so that none is missed. */
  async registerNannyPlugin(message: PluginMessage, via: string | null): Promise<Responses> {
    return this.#plugins.passOn('nanny', message, via, async () => {
      await Promise.all([...this.#nannies.values()].map((nanny) => nanny.started()))
    })
  }

  unregisterNannyPlugin({ name }: { readonly name: string }, via: string | null): Promise<Responses> {
    return this.#plugins.takeBack('nanny', name, via)
  }

  registerSchedulerPlugin(message: PluginMessage, via: string): Promise<void> {
    return this.#plugins.register(message, via)
  }

  async unregisterSchedulerPlugin({ name }: { readonly name: string }, via: string): Promise<void> {
    this.#plugins.remove(name, via)
  }

  /** For programs that hold the scheduler itself; nothing is checked and no `start` is called. */
  addPlugin(plugin: SchedulerPlugin, { name }: { readonly name?: string } = {}): void {
    this.#plugins.add(name ?? pluginName(plugin, this.nextId), plugin, null)
  }

  removePlugin({ name }: { readonly name: string }): void {
    this.#plugins.remove(name, null)
  }

  /** Those that plugins of a kind are passed on to. scheduler.py `broadcast`: nannies answer under the addresses of their workers */
  receivers(kind: 'worker' | 'nanny'): readonly Receiver[] {
    const workers = [...this.#workers.values()]
    if (kind === 'worker') return workers.map((process) => ({ process, answersAs: process.address }))
    return workers.flatMap(({ address, nanny }) => {
      const process = this.#nannies.get(nanny ?? '')
      return process === undefined ? [] : [{ process, answersAs: address }]
    })
  }

  nanniesOf(addresses: readonly string[]): readonly Nanny[] {
    const names = addresses.map((address) => this.#workers.get(address)?.nanny ?? '')
    return names.flatMap((name) => this.#nannies.get(name) ?? [])
  }

  async addWorker(worker: Worker): Promise<{ readonly workerPlugins: ReadonlyMap<string, Pickled> }> {
    const { address, name, nanny, status } = worker
    this.logEvent(address, { action: 'add-worker' })
    this.logEvent('all', { action: 'add-worker', worker: address })
    this.#workers.set(address, worker)
    const { nthreads } = worker.state
    this.handleStimulus({
      op: 'add-worker',
      worker: { address, name, nanny, nthreads, status, nbytes: 0, processing: new Set(), hasWhat: new Set() },
    })
    await this.#plugins.callAll('addWorker', [this, address], { worker: address })
    this.log('INFO', `Register worker addr: ${address} name: ${name}`)
    return { workerPlugins: new Map(this.workerPlugins) }
  }

  /** scheduler.py `handle_worker_status_change` */
  handleWorkerStatusChange(worker: string, status: Status): void {
    const known = this.state.workers.get(worker)
    if (known === undefined || known.status === status) return
    this.logEvent(worker, { action: 'worker-status-change', prevStatus: known.status, status })
    this.handleStimulus({ op: 'worker-status-change', worker, status })
  }

  /** @param close whether the scheduler asks the worker to close, which otherwise is closing already */
  async removeWorker(
    address: string,
    { stimulusId, close = false }: { readonly stimulusId?: string; readonly close?: boolean } = {},
  ): Promise<void> {
    const worker = this.#workers.get(address)
    if (worker === undefined) return
    const stimulus = stimulusId ?? this.nextId('handle-worker-cleanup')
    this.log('INFO', `Remove worker addr: ${address} name: ${worker.name} (stimulus_id='${stimulus}')`)
    if (close) send(this.#route(address, 'close'), { reason: 'scheduler-remove-worker' }, () => worker.close())
    this.#workers.delete(address)
    const lost = [...(this.state.workers.get(address)?.hasWhat ?? [])].filter(({ whoHas }) => whoHas.size === 1)
    if (lost.length > 0) this.log('WARNING', lostTasks(address, { keys: lost.map(({ key }) => key), stimulus }))
    this.logEvent(address, { action: 'remove-worker' })
    this.logEvent('all', { action: 'remove-worker', worker: address })
    this.handleStimulus({ op: 'remove-worker', worker: address, expected: false }, stimulus)
    const details = { stimulusId: stimulus }
    await this.#plugins.callAll('removeWorker', [this, address, details], { worker: address, ...details })
    if (this.#workers.size === 0) this.log('INFO', 'Lost all workers')
    for (const other of this.#workers.values()) {
      send(this.#route(other.address, 'remove-worker'), { worker: address }, (message) =>
        other.handleStimulus({ op: 'remove-worker', ...message }),
      )
    }
  }

  addNanny(nanny: Nanny): { readonly nannyPlugins: ReadonlyMap<string, Pickled> } {
    this.#nannies.set(nanny.address, nanny)
    return { nannyPlugins: new Map(this.nannyPlugins) }
  }

  removeNanny(address: string): void {
    this.#nannies.delete(address)
  }

  addClient(client: ClientComm): void {
    const { address } = client
    this.log('INFO', `Receive client connection: ${address}`)
    this.logEvent(['all', address], { action: 'add-client', client: address })
    this.#clients.set(address, client)
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
    this.handleStimulus({ op: 'client-releases-keys', client: address, keys })
    this.state.clients.delete(address)
    this.#clients.delete(address)
    this.notify('removeClient', [this, address], { client: address })
  }

  updateGraph(client: string, tasks: readonly NewTask[]): void {
    updateGraph(this, this.#generations, { client, tasks })
  }

  /** scheduler.py `gather`: fetches results from whoever has them. @returns what was found; what is missing has gone meanwhile */
  async gather(keys: readonly string[]): Promise<Readonly<Record<string, Pickled>>> {
    const found = keys.map(async (key) => {
      const [holder] = this.state.tasks.get(key)?.whoHas ?? []
      const worker = this.#workers.get(holder?.address ?? '')
      if (worker === undefined) return {}
      return call(this.#route(worker.address, 'get_data'), { keys: [key] }, (message) => worker.getData(message.keys))
    })
    // Not as arguments of one call: their number has a limit, and it is lower in a browser's worker than in Node.
    const data = Object.fromEntries((await Promise.all(found)).flatMap((part) => Object.entries(part)))
    this.logEvent('all', { action: 'gather', count: keys.length })
    return data
  }

  /** scheduler.py `stimulus_cancel` */
  cancelKeys(
    keys: readonly string[],
    options: { readonly client: string; readonly force: boolean } & CancelReason,
  ): void {
    cancelKeys(this, keys, options)
  }

  restart(options: RestartOptions): Promise<void> {
    return restart(this, options)
  }

  /** scheduler.py `log_event` */
  logEvent(topic: string | readonly string[], message: unknown): void {
    const event = [this.clock.now(), message] as const
    for (const name of [topic].flat()) {
      this.events.publish(name, event)
      this.notify('logEvent', [name, message], { topic: name, message })
    }
  }

  /** @returns the id under which plugins hear of what follows */
  handleStimulus(stimulus: SchedulerStimulus, stimulusId = this.nextId(stimulus.op)): string {
    for (const instruction of this.state.handleStimulus(stimulus)) this.#perform(instruction, stimulusId)
    return stimulusId
  }

  /** Calls a hook of every plugin that cannot be async. */
  notify(hook: string, parameters: readonly unknown[], args: object): void {
    this.#plugins.notify(hook, parameters, args)
  }

  tellClients(op: string, tell: (comm: ClientComm) => void): void {
    for (const client of this.#clients.keys()) this.tellClient(client, op, tell)
  }

  tellClient(client: string, op: string, tell: (comm: ClientComm) => void, message: object = {}): void {
    const comm = this.#clients.get(client)
    if (comm !== undefined) send(this.#route(client, op), message, () => tell(comm))
  }

  async close(): Promise<void> {
    if (this.status !== 'running') return
    if (policy.closingBeforeHooks) this.status = 'closing'
    await this.#plugins.callAll('beforeClose', [], {})
    this.status = 'closing'
    await this.#plugins.callAll('close', [], {})
    this.tellClients('close', (comm) => comm.handleClose())
    this.status = 'closed'
  }

  log(level: 'INFO' | 'WARNING' | 'ERROR', message: string, logger = 'distributed.scheduler'): void {
    host.report({ kind: 'logged', process: this.address, level, logger, message })
  }

  #perform(instruction: SchedulerInstruction, stimulusId: string): void {
    switch (instruction.op) {
      case 'transition': {
        const { key, start, finish, details } = instruction
        host.report({ kind: 'task-transition', process: this.address, key, start, finish })
        if (this.plugins.size === 0) break
        const told: SchedulerTransition = { ...details, stimulusId }
        this.notify('transition', [key, start, finish, told], { key, start, finish, ...told })
        break
      }
      case 'update-graph':
        announceGraph(this, instruction, stimulusId)
        break
      default:
        this.#deliver(instruction)
    }
  }

  #deliver(message: SchedulerMessage): void {
    if ('client' in message) {
      const { op, client, ...told } = message
      this.tellClient(client, op, (comm) => tellTask(comm, message), told)
      return
    }
    const worker = this.#workers.get(message.worker)
    const { op, worker: address, ...told } = message
    if (worker !== undefined) send(this.#route(address, op), told, () => worker.handleStimulus(message))
  }

  #route(to: string, op: string) {
    return { from: this.address, to, op }
  }
}
