/** distributed/scheduler.py: knows every task, worker and client, and passes plugins on to where they belong. */
import { call, type ErrorMessage, type OKMessage, type Responses, type Status, send } from 'distributed/core'
import type { SchedulerPlugin } from 'distributed/diagnostics/plugin'
import { KeyError, ValueError } from 'distributed/exceptions'
import { callHook, type Seat } from 'distributed/hooks'
import { host, type PluginKind } from 'distributed/host'
import { createIds, type NextId } from 'distributed/ids'
import type { Nanny } from 'distributed/nanny'
import type { PluginMessage } from 'distributed/plugin-requests'
import { loads, type Pickled } from 'distributed/protocol/pickle'
import {
  type NewTask,
  type SchedulerInstruction,
  SchedulerState,
  type SchedulerStimulus,
} from 'distributed/scheduler-state'
import type { Worker } from 'distributed/worker'

/** What `updateGraph` hooks are told. */
export interface UpdateGraph {
  readonly client: string
  readonly keys: readonly string[]
  readonly tasks: readonly string[]
}

/** What `transition` hooks are told beside the key and the states. */
export interface SchedulerTransition {
  readonly stimulusId: string
}

/** The client's end of its stream. */
export interface ClientComm {
  readonly address: string
  readonly handleKeyInMemory: (key: string) => void
  readonly handleTaskErred: (key: string, exception: Pickled) => void
}

export class Scheduler {
  readonly address = 'scheduler'
  readonly state = new SchedulerState()
  readonly plugins = new Map<string, SchedulerPlugin>()
  /** What every worker has and every new worker gets. */
  readonly workerPlugins = new Map<string, Pickled>()
  readonly nannyPlugins = new Map<string, Pickled>()
  /** Draws the names that Dask draws at random. */
  readonly nextId: NextId = createIds()
  status: Status = 'running'
  readonly #clients = new Map<string, ClientComm>()
  readonly #workers = new Map<string, Worker>()
  readonly #nannies = new Map<string, Nanny>()

  /** scheduler.py `register_worker_plugin`: kept for workers to come, whatever the present ones answer. */
  async registerWorkerPlugin({ plugin, name, idempotent }: PluginMessage, via: string): Promise<Responses> {
    this.#log('INFO', `Registering Worker plugin ${name}`)
    if (idempotent && this.workerPlugins.has(name)) return {}
    this.workerPlugins.set(name, plugin)
    this.#reportSeat('plugin-registered', 'worker', { name, plugin: plugin.snapshot, via })
    return this.#broadcast(this.#workers, 'plugin-add', { plugin, name }, (worker) =>
      worker.pluginAdd({ plugin, name, via }),
    )
  }

  async unregisterWorkerPlugin({ name }: { readonly name: string }, via: string): Promise<Responses> {
    const plugin = this.workerPlugins.get(name)
    if (plugin === undefined) throw new ValueError(`The worker plugin ${name} does not exist`)
    this.workerPlugins.delete(name)
    this.#reportSeat('plugin-unregistered', 'worker', { name, plugin: plugin.snapshot, via })
    return this.#broadcast(this.#workers, 'plugin-remove', { name }, (worker) => worker.pluginRemove({ name, via }))
  }

  async registerNannyPlugin({ plugin, name, idempotent }: PluginMessage, via: string): Promise<Responses> {
    this.#log('INFO', `Registering Nanny plugin ${name}`)
    if (idempotent && this.nannyPlugins.has(name)) return {}
    this.nannyPlugins.set(name, plugin)
    this.#reportSeat('plugin-registered', 'nanny', { name, plugin: plugin.snapshot, via })
    return this.#broadcast(this.#nannies, 'plugin_add', { plugin, name }, (nanny) =>
      nanny.pluginAdd({ plugin, name, via }),
    )
  }

  async unregisterNannyPlugin({ name }: { readonly name: string }, via: string): Promise<Responses> {
    const plugin = this.nannyPlugins.get(name)
    if (plugin === undefined) throw new ValueError(`The nanny plugin ${name} does not exist`)
    this.nannyPlugins.delete(name)
    this.#reportSeat('plugin-unregistered', 'nanny', { name, plugin: plugin.snapshot, via })
    return this.#broadcast(this.#nannies, 'plugin_remove', { name }, (nanny) => nanny.pluginRemove({ name, via }))
  }

  /** scheduler.py `register_scheduler_plugin`: `start` runs before the plugin is stored, so one that fails to start is not kept. */
  async registerSchedulerPlugin({ plugin, name, idempotent }: PluginMessage, via: string): Promise<void> {
    if (idempotent && this.plugins.has(name)) return
    const arrived = loads(plugin)
    await callHook(this.#seat(name, arrived), { hook: 'start', parameters: [this], args: {} })
    if (this.plugins.has(name)) {
      const message = `Scheduler already contains a plugin with name ${name}; overwriting.`
      host.report({ kind: 'warned', process: this.address, category: 'UserWarning', message })
    }
    // The client has dispatched on the class: only what inherits from SchedulerPlugin is sent here.
    this.plugins.set(name, arrived as SchedulerPlugin)
    this.#reportSeat('plugin-registered', 'scheduler', { name, plugin: arrived, via })
  }

  async unregisterSchedulerPlugin({ name }: { readonly name: string }, via: string): Promise<void> {
    const plugin = this.plugins.get(name)
    if (plugin === undefined) {
      throw new ValueError(`Could not find plugin '${name}' among the current scheduler plugins`)
    }
    this.plugins.delete(name)
    this.#reportSeat('plugin-unregistered', 'scheduler', { name, plugin, via })
  }

  async addWorker(worker: Worker): Promise<{ readonly workerPlugins: ReadonlyMap<string, Pickled> }> {
    const { address, name, nanny } = worker
    this.#workers.set(address, worker)
    const joined = { address, name, nanny, nthreads: worker.state.nthreads, processing: new Set<string>() }
    await this.#callAll('addWorker', [this, address], { worker: address })
    this.handleStimulus({ op: 'add-worker', worker: joined })
    this.#log('INFO', `Register worker ${address}`)
    return { workerPlugins: new Map(this.workerPlugins) }
  }

  async removeWorker(address: string): Promise<void> {
    if (!this.#workers.delete(address)) return
    this.#log('INFO', `Remove worker ${address}`)
    const stimulusId = this.handleStimulus({ op: 'remove-worker', worker: address })
    await this.#callAll('removeWorker', [this, address, { stimulusId }], { worker: address, stimulusId })
  }

  addNanny(nanny: Nanny): { readonly nannyPlugins: ReadonlyMap<string, Pickled> } {
    this.#nannies.set(nanny.address, nanny)
    return { nannyPlugins: new Map(this.nannyPlugins) }
  }

  removeNanny(address: string): void {
    this.#nannies.delete(address)
  }

  addClient(client: ClientComm): void {
    this.#log('INFO', `Receive client connection: ${client.address}`)
    this.#clients.set(client.address, client)
    this.#notify('addClient', [this, client.address], { client: client.address })
  }

  removeClient(address: string): void {
    this.#log('INFO', `Remove client ${address}`)
    const keys = [...this.state.tasks.values()].filter((task) => task.whoWants.has(address)).map((task) => task.key)
    this.handleStimulus({ op: 'client-releases-keys', client: address, keys })
    this.#clients.delete(address)
    this.#notify('removeClient', [this, address], { client: address })
  }

  updateGraph(client: string, tasks: readonly NewTask[]): void {
    const keys = tasks.map((task) => task.key)
    const graph: UpdateGraph = { client, keys, tasks: keys }
    this.#notify('updateGraph', [this, graph], graph)
    this.handleStimulus({ op: 'update-graph', client, tasks })
  }

  /** scheduler.py `gather`: fetches results from whoever has them. */
  async gather(keys: readonly string[]): Promise<Readonly<Record<string, Pickled>>> {
    const found = keys.map(async (key) => {
      const [address] = this.state.tasks.get(key)?.whoHas ?? []
      const worker = this.#workers.get(address ?? '')
      if (worker === undefined) throw new KeyError(`'${key}'`)
      return call({ from: this.address, to: worker.address, op: 'get_data' }, { keys: [key] }, (m) =>
        worker.getData(m.keys),
      )
    })
    return Object.assign({}, ...(await Promise.all(found)))
  }

  /** @returns the id under which plugins hear of what follows */
  handleStimulus(stimulus: SchedulerStimulus): string {
    const stimulusId = this.nextId(stimulus.op)
    for (const instruction of this.state.handleStimulus(stimulus)) this.#perform(instruction, stimulusId)
    return stimulusId
  }

  async close(): Promise<void> {
    if (this.status !== 'running') return
    await this.#callAll('beforeClose', [], {})
    this.status = 'closing'
    await this.#callAll('close', [], {})
    this.status = 'closed'
  }

  #perform(instruction: SchedulerInstruction, stimulusId: string): void {
    switch (instruction.op) {
      case 'transition': {
        const { key, start, finish } = instruction
        host.report({ kind: 'task-transition', process: this.address, key, start, finish })
        this.#notify('transition', [key, start, finish, { stimulusId }], { key, start, finish, stimulusId })
        break
      }
      case 'key-in-memory':
      case 'task-erred': {
        const client = this.#clients.get(instruction.client)
        if (client === undefined) break
        const { op, client: _, ...message } = instruction
        send({ from: this.address, to: client.address, op }, message, () => {
          if (instruction.op === 'task-erred') client.handleTaskErred(instruction.key, instruction.exception)
          else client.handleKeyInMemory(instruction.key)
        })
        break
      }
      case 'compute-task':
      case 'free-keys': {
        const worker = this.#workers.get(instruction.worker)
        if (worker === undefined) break
        const { op, worker: _, ...message } = instruction
        send({ from: this.address, to: worker.address, op }, message, () => worker.handleStimulus(instruction))
      }
    }
  }

  /** Asks all processes of a kind at once, and gathers their answers by address. */
  async #broadcast<P extends { readonly address: string }, M extends object>(
    processes: ReadonlyMap<string, P>,
    op: string,
    message: M,
    handler: (process: P) => Promise<OKMessage | ErrorMessage>,
  ): Promise<Responses> {
    const answers = [...processes.values()].map(async (process) => {
      const answer = await call({ from: this.address, to: process.address, op }, message, () => handler(process))
      return [process.address, answer] as const
    })
    return Object.fromEntries(await Promise.all(answers))
  }

  /** Calls a hook of every plugin and waits for the async ones. A hook that fails is logged, and stops nothing. */
  async #callAll(hook: string, parameters: readonly unknown[], args: object): Promise<void> {
    const calls = [...this.plugins].map(async ([name, plugin]) =>
      callHook(this.#seat(name, plugin), { hook, parameters, args }),
    )
    for (const { status } of await Promise.allSettled(calls)) {
      if (status === 'rejected') this.#log('ERROR', `Plugin call failed during ${hook}`)
    }
  }

  /** Calls a hook of every plugin that cannot be async. A hook that fails is logged, and stops nothing. */
  #notify(hook: string, parameters: readonly unknown[], args: object): void {
    for (const [name, plugin] of [...this.plugins]) {
      try {
        callHook(this.#seat(name, plugin), { hook, parameters, args })
      } catch {
        // scheduler.py `_transition`: the error is reported with the hook, and the scheduler goes on.
        this.#log('INFO', 'Plugin failed with exception')
      }
    }
  }

  #reportSeat(
    kind: 'plugin-registered' | 'plugin-unregistered',
    pluginKind: PluginKind,
    what: { readonly name: string; readonly plugin: unknown; readonly via: string | null },
  ): void {
    host.report({ kind, process: this.address, pluginKind, ...what })
  }

  #seat(name: string, plugin: unknown): Seat {
    return { process: this.address, pluginKind: 'scheduler', name, plugin }
  }

  #log(level: 'INFO' | 'ERROR', message: string): void {
    host.report({ kind: 'logged', process: this.address, level, logger: 'distributed.scheduler', message })
  }
}
