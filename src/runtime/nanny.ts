/** distributed/nanny.py: starts a worker, stays beside it, and holds its own copies of the nanny plugins. */
import { policy } from 'distributed/_version'
import { call, type ErrorMessage, type OKMessage, type Status } from 'distributed/core'
import { NannyPlugin } from 'distributed/diagnostics/plugin'
import { host } from 'distributed/host'
import type { Scheduler } from 'distributed/scheduler'
import type { PluginAdd, PluginRemove } from 'distributed/scheduler-plugins'
import { Worker, type WorkerOptions } from 'distributed/worker'
import { createImports } from 'distributed/worker-imports'
import { HeldPlugins } from 'distributed/worker-plugins'

/** How many turns pass until a nanny notices that its worker's process has ended. */
const TURNS_TO_EXIT = 10

export class Nanny {
  readonly name: string | number
  readonly address: string
  readonly scheduler: Scheduler
  readonly plugins: HeldPlugins<NannyPlugin>
  /** Environment variables that its worker is started with. */
  readonly env: Record<string, string> = {}
  status: Status = 'init'
  readonly #options: WorkerOptions
  #worker: Worker | null = null
  #starting: Promise<void> | null = null
  #started: Promise<void> = Promise.resolve()

  constructor(scheduler: Scheduler, options: WorkerOptions) {
    this.scheduler = scheduler
    this.name = options.name
    this.address = `nanny-${options.name}${scheduler.suffix}`
    this.#options = { ...options, nanny: this.address }
    this.plugins = new HeldPlugins<NannyPlugin>({
      ...{ kind: 'nanny', address: this.address, nextId: scheduler.nextId, self: this },
      imports: createImports(options.withoutModules ?? []),
      isPlugin: (plugin) => plugin instanceof NannyPlugin,
    })
  }

  /** The worker that it looks after; null before it has started, and after it has gone. */
  get worker(): Worker | null {
    return this.#worker
  }

  /** Sets up the plugins that were registered before, and then starts the worker. nanny.py `start_unsafe` */
  start(): Promise<void> {
    this.#started = this.#start()
    return this.#started
  }

  /** Resolves when it has started, or at once where it has not begun. */
  started(): Promise<void> {
    return this.#started
  }

  /** nanny.py `plugin_add`: a plugin of the same name is replaced without its `teardown`; one with `restart` restarts the worker. */
  async pluginAdd(message: PluginAdd): Promise<OKMessage | ErrorMessage> {
    const answer = await this.plugins.add(message)
    const name = message.name ?? [...this.plugins.keys()].at(-1) ?? ''
    const plugin: unknown = this.plugins.get(name)
    if (answer.status === 'OK' && Object(plugin).restart === true) await this.restart(`nanny-plugin-${name}-restart`)
    return answer
  }

  /** nanny.py `plugin_remove`: the plugin is gone before its `teardown` runs. */
  pluginRemove(message: PluginRemove): Promise<OKMessage | ErrorMessage> {
    return this.plugins.take(message)
  }

  /** Starts the worker, if there is none. nanny.py `instantiate` */
  instantiate(): Promise<void> {
    this.#starting ??= this.#instantiate()
    return this.#starting
  }

  /** Ends the worker; it comes again while the nanny is running. nanny.py `kill`, `_on_worker_exit` */
  async kill(reason: string): Promise<void> {
    const worker = this.#worker
    if (worker === null) return
    this.#log('INFO', `Nanny asking worker to close. Reason: ${reason}`)
    this.#worker = null
    this.#starting = null
    // The worker's process hears of it a turn later.
    await null
    try {
      await worker.close({ reason })
    } catch {
      // The worker's process has said so and dies of it, and that is what was asked for.
    }
    void this.#onWorkerExit()
  }

  /** nanny.py `restart` */
  async restart(reason = 'nanny-restart'): Promise<void> {
    if (this.#worker === null) return
    await this.kill(reason)
    await this.instantiate()
  }

  /** Tears its plugins down, and then closes its worker. */
  async close(): Promise<void> {
    if (this.status === 'closing' || this.status === 'closed') return
    this.status = 'closing'
    await this.plugins.close()
    await this.#starting
    await this.kill('nanny-close')
    this.scheduler.removeNanny(this.address)
    this.status = 'closed'
  }

  /** Its worker leaves for good; the nanny is there still, until somebody closes it. nanny.py `close_gracefully` */
  closeGracefully(): void {
    if (this.status !== 'running') return
    this.status = 'closing_gracefully'
    const worker = this.#worker
    void worker?.closed.then(() => {
      if (this.#worker === worker) this.#worker = null
    })
  }

  async #start(): Promise<void> {
    const route = { from: this.address, to: this.scheduler.address, op: 'register_nanny' }
    const { nannyPlugins } = await call(route, { address: this.address }, () => this.scheduler.addNanny(this))
    for (const [name, plugin] of nannyPlugins) await this.plugins.add({ name, plugin })
    await this.instantiate()
    if (this.status === 'init') this.status = 'running'
  }

  /** nanny.py `_on_worker_exit`: whoever ended the worker has gone on by the time that its end is noticed. */
  async #onWorkerExit(): Promise<void> {
    for (let turn = 0; turn < TURNS_TO_EXIT; turn += 1) await null
    if (this.status !== 'running') return
    this.#log('WARNING', policy.restartingWorker)
    await this.instantiate()
  }

  async #instantiate(): Promise<void> {
    const worker = new Worker(this.scheduler, { ...this.#options, env: this.env })
    this.#worker = worker
    await worker.start()
  }

  #log(level: 'INFO' | 'WARNING', message: string): void {
    host.report({ kind: 'logged', process: this.address, level, logger: 'distributed.nanny', message })
  }
}
