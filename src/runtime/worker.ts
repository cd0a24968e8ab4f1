/** distributed/worker.py: runs tasks, keeps their results, and holds its own copies of the worker plugins. */
import { policy } from 'distributed/_version'
import {
  call,
  type ErrorMessage,
  errorMessage,
  type OKMessage,
  queue,
  type Route,
  type Status,
  send,
} from 'distributed/core'
import { WorkerPlugin } from 'distributed/diagnostics/plugin'
import { AssertionError, KeyError } from 'distributed/exceptions'
import { callHook, type Seat } from 'distributed/hooks'
import { host } from 'distributed/host'
import { pluginName } from 'distributed/plugin-names'
import { dumps, loads, Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import type { RunSpec } from 'distributed/scheduler-state'
import { type WorkerInstruction, WorkerState, type WorkerStimulus } from 'distributed/worker-state-machine'

export interface WorkerOptions {
  readonly name: string | number
  readonly nthreads?: number
  /** The address of the nanny beside it. */
  readonly nanny?: string | null
}

/** What arrives with `plugin-add`. */
export interface PluginAdd {
  readonly plugin: unknown
  readonly name?: string
  /** For the trace: the client's method that asked for it. */
  readonly via?: string | null
}

/** What arrives with `plugin-remove`. */
export interface PluginRemove {
  readonly name: string
  readonly via?: string | null
}

export class Worker {
  readonly name: string | number
  readonly address: string
  readonly nanny: string | null
  readonly scheduler: Scheduler
  readonly state: WorkerState
  readonly plugins = new Map<string, WorkerPlugin>()
  status: Status = 'init'

  constructor(scheduler: Scheduler, { name, nthreads = 1, nanny = null }: WorkerOptions) {
    this.scheduler = scheduler
    this.name = name
    this.address = `worker-${name}`
    this.nanny = nanny
    this.state = new WorkerState({ nthreads })
  }

  /** Joins the cluster and sets up the plugins that were registered before. worker.py `_register_with_scheduler` */
  async start(): Promise<void> {
    const { name, address, nanny } = this
    const message = { name, address, nanny, nthreads: this.state.nthreads }
    const response = await call(this.#route('register-worker'), message, () => this.scheduler.addWorker(this))
    this.status = 'running'
    await Promise.all(
      [...response.workerPlugins].map(([plugin, pickled]) => this.pluginAdd({ name: plugin, plugin: pickled })),
    )
  }

  /** worker.py `plugin_add`: the plugin is stored before its `setup` runs, and stays when `setup` throws. */
  async pluginAdd({ plugin, name, via = null }: PluginAdd): Promise<OKMessage | ErrorMessage> {
    const arrived = Pickled.is(plugin) ? loads(plugin) : plugin
    if (policy.duckOnArrival !== 'accepted' && !(arrived instanceof WorkerPlugin)) this.#meetDuck()
    const known = name ?? pluginName(arrived, this.scheduler.nextId)
    if (known === '') throw new AssertionError()
    if (this.plugins.has(known)) await this.pluginRemove({ name: known })

    // Dask takes ducks for plugins too here (`cast(WorkerPlugin, plugin)`): hooks are looked for before they are called.
    this.plugins.set(known, arrived as WorkerPlugin)
    const seat = this.#seat(known, arrived)
    host.report({ kind: 'plugin-registered', ...seat, via })
    this.#log('INFO', `Starting Worker plugin ${known}`)
    try {
      await callHook(seat, { hook: 'setup', parameters: [this], args: { worker: this.address } })
    } catch (error) {
      if (policy.logsFailingHooks) this.#log('ERROR', `Worker plugin ${known} failed to setup`)
      return errorMessage(error)
    }
    return { status: 'OK' }
  }

  /** worker.py `plugin_remove`: the plugin is gone before its `teardown` runs. */
  async pluginRemove({ name, via = null }: PluginRemove): Promise<OKMessage | ErrorMessage> {
    this.#log('INFO', `Removing Worker plugin ${name}`)
    if (!this.plugins.has(name)) return errorMessage(new KeyError(`'${name}'`))
    const seat = this.#seat(name, this.plugins.get(name))
    this.plugins.delete(name)
    host.report({ kind: 'plugin-unregistered', ...seat, via })
    try {
      await this.#teardown(seat)
    } catch (error) {
      if (policy.logsFailingHooks) this.#log('ERROR', `Worker plugin ${name} failed to teardown`)
      return errorMessage(error)
    }
    return { status: 'OK' }
  }

  /** Tears the plugins down and leaves the cluster. Closing twice is closing once. */
  async close(): Promise<void> {
    if (this.status === 'closing' || this.status === 'closed') return
    this.status = 'closing'
    const names = [...this.plugins.keys()]
    if (policy.closingWorker === 'removes') {
      await Promise.all(names.map((name) => this.pluginRemove({ name })))
    } else {
      await Promise.all(names.map((name) => this.#teardown(this.#seat(name, this.plugins.get(name)))))
    }
    await call(this.#route('close-stream'), {}, () => this.scheduler.removeWorker(this.address))
    this.status = 'closed'
  }

  handleStimulus(stimulus: WorkerStimulus): void {
    if (this.status === 'closed') return
    for (const instruction of this.state.handleStimulus(stimulus)) this.#perform(instruction)
  }

  /** worker.py `get_data`: the results that someone asks for, pickled. */
  getData(keys: readonly string[]): Readonly<Record<string, Pickled>> {
    return Object.fromEntries(keys.map((key) => [key, dumps(this.state.data.get(key))]))
  }

  #perform(instruction: WorkerInstruction): void {
    switch (instruction.op) {
      case 'transition': {
        const { key, start, finish } = instruction
        host.report({ kind: 'task-transition', process: this.address, key, start, finish })
        for (const [name, plugin] of this.plugins) this.#notify(this.#seat(name, plugin), key, start, finish)
        break
      }
      case 'execute':
        queue(() => this.#execute(instruction.key, instruction.runSpec))
        break
      case 'task-finished':
      case 'task-erred': {
        const { op, ...message } = instruction
        send(this.#route(op), message, () => this.scheduler.handleStimulus({ ...instruction, worker: this.address }))
      }
    }
  }

  #notify(seat: Seat, key: string, start: string, finish: string): void {
    try {
      callHook(seat, { hook: 'transition', parameters: [key, start, finish, {}], args: { key, start, finish } })
    } catch {
      // worker_state_machine.py `_notify_plugins`: a failing hook does not stop the task.
      this.#log('INFO', `Plugin '${seat.name}' failed with exception`)
    }
  }

  async #execute(key: string, runSpec: RunSpec): Promise<void> {
    this.handleStimulus(await this.#run(key, runSpec))
  }

  async #run(key: string, runSpec: RunSpec): Promise<WorkerStimulus> {
    try {
      const { fn, args } = loads(runSpec)
      return { op: 'execute-success', key, value: await Reflect.apply(fn, undefined, args) }
    } catch (exception) {
      this.#log('WARNING', `Compute Failed\nKey:       ${key}`)
      return { op: 'execute-failure', key, exception, pickled: dumps(exception) }
    }
  }

  #meetDuck(): void {
    if (policy.duckOnArrival === 'refused') throw new AssertionError()
    const message =
      'Registering duck-typed plugins has been deprecated. Please make sure your plugin subclasses `WorkerPlugin`.'
    host.report({ kind: 'warned', process: this.address, category: 'DeprecationWarning', message })
  }

  async #teardown(seat: Seat): Promise<void> {
    await callHook(seat, { hook: 'teardown', parameters: [this], args: { worker: this.address } })
  }

  #seat(name: string, plugin: unknown): Seat {
    return { process: this.address, pluginKind: 'worker', name, plugin }
  }

  #route(op: string): Route {
    return { from: this.address, to: this.scheduler.address, op }
  }

  #log(level: 'INFO' | 'WARNING' | 'ERROR', message: string): void {
    host.report({ kind: 'logged', process: this.address, level, logger: 'distributed.worker', message })
  }
}
