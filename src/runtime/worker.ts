/** distributed/worker.py: runs tasks, keeps their results, and holds its own copies of the worker plugins. */
import { Client } from 'distributed/client'
import { call, type ErrorMessage, errorMessage, type OKMessage, queue, type Status, send } from 'distributed/core'
import { WorkerPlugin } from 'distributed/diagnostics/plugin'
import { KeyError, ValueError } from 'distributed/exceptions'
import { type Class, host } from 'distributed/host'
import { dumps, type Imports, loads, type Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import type { PluginAdd, PluginRemove } from 'distributed/scheduler-plugins'
import type { Resources, RunSpec } from 'distributed/scheduler-tasks'
import { gatherDep, logTaskClient, tellScheduler } from 'distributed/worker-comms'
import { createImports } from 'distributed/worker-imports'
import { HeldPlugins } from 'distributed/worker-plugins'
import { logFailed, logRaised, type Run, type RunningTask, runTask } from 'distributed/worker-runs'
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
  /** Tasks that have seceded and want a thread again. */
  readonly #rejoining: (() => void)[] = []
  #status: Status = 'init'
  #client: Client | null = null
  #closing: Promise<void> | null = null
  #hasClosed: () => void = () => undefined
  /** Resolves when it has closed. worker.py `finished` */
  readonly closed = new Promise<void>((resolve) => {
    this.#hasClosed = resolve
  })

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
    return current?.worker === this
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

  /** worker.py `handle_worker_status_change`: what the scheduler wants of it. */
  handleStatusChange(status: Status): void {
    if (this.#status !== 'closing' && this.#status !== 'closed') this.#setStatus(status)
  }

  /** Tears the plugins down and leaves the cluster. Closing twice is closing once. worker.py `close` */
  close({ reason = 'worker-close' }: { readonly reason?: string } = {}): Promise<void> {
    this.#closing ??= this.#close(reason)
    return this.#closing
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

  /** worker.py `_get_client`: the client of the program where that shares the worker's process, or else one that its tasks share. */
  getClient(): Client {
    const near = this.nanny === null ? Client.current() : null
    const client = near?.scheduler === this.scheduler ? near : this.#ownClient()
    logTaskClient(this, 'worker-get-client', client)
    return client
  }

  #ownClient(): Client {
    if (this.#client === null || this.#client.status === 'closed') {
      const cluster = { scheduler: this.scheduler, started: () => Promise.resolve() }
      this.#client = new Client(cluster, { name: `client-${this.address}`, setAsDefault: false })
    }
    return this.#client
  }

  /** threadpoolexecutor.py `rejoin`: resolves when a thread is free; the first task to end leaves its own to whoever came last. */
  rejoin(): Promise<void> {
    if (this.state.executing.size < this.state.nthreads) return Promise.resolve()
    return new Promise((resolve) => {
      this.#rejoining.push(resolve)
    })
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
    if (this.#status !== 'init') this.logEvent(this.address, { action: 'closing-worker', reason })
    this.#setStatus('closing')
    try {
      await this.plugins.close()
    } catch (error) {
      // worker.py `close` is decorated with `log_errors`.
      logRaised(this.address, error)
      throw error
    } finally {
      await this.#client?.close()
      await call(this.#route('close-stream'), {}, () => this.scheduler.removeWorker(this.address))
      this.#status = 'closed'
      this.#hasClosed()
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
        queue(() => gatherDep(this, instruction, this.#imports))
        break
      default:
        tellScheduler(this, instruction, (key) => this.#takeRun(key))
    }
  }

  #takeRun(key: string): Run | undefined {
    const run = this.#runs.get(key)
    this.#runs.delete(key)
    return run
  }

  async #execute(key: string, runId: number, runSpec: RunSpec): Promise<void> {
    const { clock } = this.scheduler
    const start = clock.now()
    const enter = () => enterTask({ worker: this, key, hasSeceded: false })
    const outcome = await runTask(runSpec, { data: this.state.data, imports: this.#imports, enter })
    clock.advance(TASK_SECONDS)
    this.#rejoining.pop()?.()
    this.#runs.set(key, { start, stop: clock.now() })
    if (outcome.kind === 'value') {
      this.handleStimulus({ op: 'execute-success', key, runId, value: outcome.value })
      return
    }
    const { exception } = outcome
    logFailed(this.address, { key, runSpec, exception })
    this.handleStimulus({ op: 'execute-failure', key, runId, exception, pickled: errorMessage(exception).exception })
  }

  #route(op: string) {
    return { from: this.address, to: this.scheduler.address, op }
  }
}

/** How long every task takes on the cluster's clock, in seconds. */
const TASK_SECONDS = 0.001

/** The task that is running. Every copy of this module has its own: the one that nobody runs tasks through knows of none. */
let current: RunningTask | null = null

/** @returns what says that the task has given way */
function enterTask(task: RunningTask): () => void {
  const outer = current
  current = task
  return () => {
    current = outer
  }
}

/** As `getWorker`, with the task itself. @throws ValueError outside a task */
export function requireTask(): RunningTask {
  if (current === null) throw new ValueError('No worker found')
  return current
}

/**
 * The worker whose task asks, as long as it has not awaited anything: after that, other tasks run in between.
 * distributed/worker.py `get_worker`
 * @throws ValueError outside a task
 */
export function getWorker(): Worker {
  return requireTask().worker
}

/**
 * The task that asks gives its thread back, so that others can run while it waits for them. As with `getWorker`, before it
 * has awaited anything. distributed/worker.py `secede`
 * @throws ValueError outside a task; KeyError where the task has seceded already
 */
export function secede(): void {
  const task = requireTask()
  if (task.hasSeceded) throw new KeyError(`secede(): "${task.key}" has seceded already. Call it once in a task.`)
  task.hasSeceded = true
  queue(() => task.worker.handleStimulus({ op: 'secede', key: task.key }))
}

/**
 * Inside a task the client of its worker, which shares the cluster; elsewhere the client that was made last.
 * distributed/worker.py `get_client`
 * @throws ValueError where there is none
 */
export function getClient(): Client {
  const client = current === null ? Client.current() : current.worker.getClient()
  if (client === null) throw new ValueError('No global client found and no address provided')
  return client
}
