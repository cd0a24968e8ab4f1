/** distributed/worker.py: runs tasks, keeps their results, and holds its own copies of the worker plugins. */
import { Client } from 'distributed/client'
import { call, type ErrorMessage, errorMessage, type OKMessage, queue, type Status, send } from 'distributed/core'
import { WorkerPlugin } from 'distributed/diagnostics/plugin'
import { ValueError } from 'distributed/exceptions'
import { type Class, host } from 'distributed/host'
import { dumps, type Imports, loads, type Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import type { PluginAdd, PluginRemove } from 'distributed/scheduler-plugins'
import type { Resources, RunSpec } from 'distributed/scheduler-tasks'
import { createImports } from 'distributed/worker-imports'
import { HeldPlugins } from 'distributed/worker-plugins'
import { erredMessage, finishedMessage, logFailed, type Run, runTask } from 'distributed/worker-runs'
import { WorkerState } from 'distributed/worker-state-machine'
import type { WorkerInstruction, WorkerStimulus } from 'distributed/worker-tasks'

export interface WorkerOptions {
  readonly name: string | number
  readonly nthreads?: number
  /** What it has that tasks may take, e.g. `{ GPU: 1 }`. */
  readonly resources?: Resources
  /** The address of the nanny beside it. */
  readonly nanny?: string | null
  /** The environment variables that its nanny gave it. */
  readonly env?: Readonly<Record<string, string>>
  /** Modules of the program that its process cannot import. */
  readonly withoutModules?: readonly string[]
}

export class Worker {
  readonly name: string | number
  readonly address: string
  readonly nanny: string | null
  readonly scheduler: Scheduler
  readonly state: WorkerState
  readonly env: Readonly<Record<string, string>>
  readonly plugins: HeldPlugins<WorkerPlugin>
  readonly #imports: Imports & { readonly add: (module: string) => void }
  readonly #runs = new Map<string, Run>()
  #status: Status = 'init'
  #client: Client | null = null
  #closed: Promise<void> | null = null

  constructor(
    scheduler: Scheduler,
    { name, nthreads = 1, resources = {}, nanny = null, env = {}, withoutModules = [] }: WorkerOptions,
  ) {
    this.scheduler = scheduler
    this.name = name
    this.address = `worker-${name}${scheduler.suffix}`
    this.nanny = nanny
    this.env = { ...env }
    this.state = new WorkerState({ nthreads, resources })
    this.#imports = createImports(withoutModules)
    this.plugins = new HeldPlugins<WorkerPlugin>({
      ...{ kind: 'worker', address: this.address, nextId: scheduler.nextId, imports: this.#imports, self: this },
      isPlugin: (plugin) => plugin instanceof WorkerPlugin,
    })
  }

  get status(): Status {
    return this.#status
  }

  /** Whether one of its tasks is running at this very moment. */
  get isRunningTask(): boolean {
    return current === this
  }

  /** Joins the cluster and sets up the plugins that were registered before. worker.py `_register_with_scheduler` */
  async start(): Promise<void> {
    const { name, address, nanny } = this
    const message = { name, address, nanny, nthreads: this.state.nthreads }
    const response = await call(this.#route('register-worker'), message, () => this.scheduler.addWorker(this))
    if (this.#status !== 'init') return
    this.#setStatus('running')
    await Promise.all(
      [...response.workerPlugins].map(([plugin, pickled]) => this.pluginAdd({ name: plugin, plugin: pickled })),
    )
  }

  /** worker.py `plugin_add`: the plugin is stored before its `setup` runs, and stays when `setup` throws. */
  pluginAdd(message: PluginAdd): Promise<OKMessage | ErrorMessage> {
    return this.plugins.add(message)
  }

  /** worker.py `plugin_remove`: the plugin is gone before its `teardown` runs. */
  pluginRemove(message: PluginRemove): Promise<OKMessage | ErrorMessage> {
    return this.plugins.take(message)
  }

  /** Tears the plugins down and leaves the cluster. Closing twice is closing once. worker.py `close` */
  close({ reason = 'worker-close' }: { readonly reason?: string } = {}): Promise<void> {
    this.#closed ??= this.#close(reason)
    return this.#closed
  }

  /** worker.py `log_event`: tells the scheduler, and through it whoever listens to the topic. */
  logEvent(topic: string | readonly string[], message: unknown): void {
    const told = { topic, message: dumps(message) }
    send(this.#route('log-event'), told, () => {
      this.scheduler.logWorkerEvent(this.address, topic, loads(told.message))
    })
  }

  /** worker.py `upload_file`: from now on, this process can import the module. */
  async uploadFile({ filename }: { readonly filename: string }): Promise<{ readonly status: 'OK' }> {
    this.#imports.add(filename)
    return { status: 'OK' }
  }

  /** Whether its process has the module that made a class. In Dask: whether `import` finds it there. */
  canImport(needed: Class): boolean {
    try {
      this.#imports.requireClass(needed)
      return true
    } catch {
      // That it cannot is the answer.
      return false
    }
  }

  /** worker.py `_get_client`: the client that tasks of this worker share. */
  getClient(): Client {
    if (this.#client === null || this.#client.status === 'closed') {
      const cluster = { scheduler: this.scheduler, started: () => Promise.resolve() }
      this.#client = new Client(cluster, { name: `client-${this.address}`, setAsDefault: false })
    }
    return this.#client
  }

  handleStimulus(stimulus: WorkerStimulus): void {
    if (this.#status === 'closed') return
    for (const instruction of this.state.handleStimulus(stimulus)) this.#perform(instruction)
  }

  /** worker.py `get_data`: the results that someone asks for, pickled; without those that are not here. */
  getData(keys: readonly string[]): Readonly<Record<string, Pickled>> {
    const held = keys.filter((key) => this.state.data.has(key))
    return Object.fromEntries(held.map((key) => [key, dumps(this.state.data.get(key))]))
  }

  async #close(reason: string): Promise<void> {
    if (this.#status === 'running') this.logEvent(this.address, { action: 'closing-worker', reason })
    this.#setStatus('closing')
    try {
      await this.plugins.close()
    } finally {
      await this.#client?.close()
      await call(this.#route('close-stream'), {}, () => this.scheduler.removeWorker(this.address))
      this.#status = 'closed'
    }
  }

  #setStatus(status: Status): void {
    if (this.#status === status) return
    this.#status = status
    // worker.py `status`: one that is not running takes up nothing new.
    this.handleStimulus({ op: status === 'running' ? 'unpause' : 'pause' })
    send(this.#route('worker-status-change'), { status }, () => {
      this.scheduler.handleWorkerStatusChange(this.address, status)
    })
  }

  #perform(instruction: WorkerInstruction): void {
    switch (instruction.op) {
      case 'transition': {
        const { key, start, finish } = instruction
        host.report({ kind: 'task-transition', process: this.address, key, start, finish })
        this.plugins.notify('transition', [key, start, finish, {}], { key, start, finish })
        break
      }
      case 'execute':
        queue(() => this.#execute(instruction.key, instruction.runId, instruction.runSpec))
        break
      case 'gather-dep':
        queue(() => this.#gatherDep(instruction.worker, instruction.keys))
        break
      default:
        this.#tellScheduler(instruction)
    }
  }

  #tellScheduler(instruction: Exclude<WorkerInstruction, { op: 'transition' | 'execute' | 'gather-dep' }>): void {
    const { op, ...told } = instruction
    const worker = this.address
    switch (instruction.op) {
      case 'task-finished': {
        const { key, runId } = instruction
        const message = finishedMessage(this.state.data.get(key), this.#runs.get(key))
        this.#send(op, told, () => this.scheduler.handleStimulus({ op: 'task-finished', worker, key, runId, message }))
        break
      }
      case 'task-erred': {
        const { key, runId, exception } = instruction
        const message = erredMessage(exception, this.#runs.get(key))
        this.#send(op, told, () => this.scheduler.handleStimulus({ op: 'task-erred', worker, key, runId, message }))
        break
      }
      case 'add-keys':
      case 'release-worker-data':
        this.#send(op, told, () => this.scheduler.handleStimulus({ ...instruction, worker }))
    }
    if ('key' in instruction) this.#runs.delete(instruction.key)
  }

  #send(op: string, message: object, handler: () => unknown): void {
    send(this.#route(op), message, () => {
      // The scheduler hears nothing more of a worker that it has removed.
      if (this.scheduler.workers.get(this.address) === this) handler()
    })
  }

  async #execute(key: string, runId: number, runSpec: RunSpec): Promise<void> {
    const { clock } = this.scheduler
    const start = clock.now()
    const enter = () => enterWorker(this)
    const outcome = await runTask(runSpec, { data: this.state.data, imports: this.#imports, enter })
    clock.advance(TASK_SECONDS)
    this.#runs.set(key, { start, stop: clock.now() })
    if (outcome.kind === 'value') {
      this.handleStimulus({ op: 'execute-success', key, runId, value: outcome.value })
      return
    }
    const { exception } = outcome
    logFailed(this.address, { key, runSpec, exception })
    this.handleStimulus({ op: 'execute-failure', key, runId, exception, pickled: errorMessage(exception).exception })
  }

  /** worker.py `gather_dep`: asks another worker for results. */
  async #gatherDep(address: string, keys: readonly string[]): Promise<void> {
    const other = this.scheduler.workers.get(address)
    if (other === undefined || other.status === 'closed') {
      this.handleStimulus({ op: 'gather-dep-network-failure', worker: address, keys })
      return
    }
    const route = { from: this.address, to: address, op: 'get_data' }
    const pickled = await call(route, { keys }, (message) => other.getData(message.keys))
    const data = new Map(Object.entries(pickled).map(([key, value]) => [key, loads(value, this.#imports)]))
    this.handleStimulus({ op: 'gather-dep-success', worker: address, keys, data })
  }

  #route(op: string) {
    return { from: this.address, to: this.scheduler.address, op }
  }
}

/** How long every task takes on the cluster's clock, in seconds. */
const TASK_SECONDS = 0.001

/** Whose task is running. Every copy of this module has its own: the one that nobody runs tasks through knows of none. */
let current: Worker | null = null

/** @returns what says that the task has given way */
function enterWorker(worker: Worker): () => void {
  const outer = current
  current = worker
  return () => {
    current = outer
  }
}

/**
 * The worker whose task asks, as long as it has not awaited anything: after that, other tasks run in between.
 * distributed/worker.py `get_worker`
 * @throws ValueError outside a task
 */
export function getWorker(): Worker {
  if (current === null) throw new ValueError('No worker found')
  return current
}

/**
 * Inside a task the client of its worker, which shares the cluster; elsewhere the client that was made last.
 * distributed/worker.py `get_client`
 * @throws ValueError where there is none
 */
export function getClient(): Client {
  const client = current === null ? Client.current() : current.getClient()
  if (client === null) throw new ValueError('No global client found and no address provided')
  return client
}
