/** distributed/nanny.py: starts a worker, stays beside it, and holds its own copies of the nanny plugins. */
import { policy } from 'distributed/_version'
import { call, type ErrorMessage, errorMessage, type OKMessage, type Status } from 'distributed/core'
import { NannyPlugin } from 'distributed/diagnostics/plugin'
import { AssertionError, KeyError } from 'distributed/exceptions'
import { callHook, type Seat } from 'distributed/hooks'
import { host } from 'distributed/host'
import { pluginName } from 'distributed/plugin-names'
import { loads, Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import { type PluginAdd, type PluginRemove, Worker, type WorkerOptions } from 'distributed/worker'

export class Nanny {
  readonly name: string | number
  readonly address: string
  readonly scheduler: Scheduler
  readonly plugins = new Map<string, NannyPlugin>()
  status: Status = 'init'
  readonly #options: WorkerOptions
  #worker: Worker | null = null

  constructor(scheduler: Scheduler, options: WorkerOptions) {
    this.scheduler = scheduler
    this.name = options.name
    this.address = `nanny-${options.name}`
    this.#options = { ...options, nanny: this.address }
  }

  /** The worker that it looks after; null before it has started, and after it has gone. */
  get worker(): Worker | null {
    return this.#worker
  }

  /** Sets up the plugins that were registered before, and then starts the worker. nanny.py `start_unsafe` */
  async start(): Promise<void> {
    const route = { from: this.address, to: this.scheduler.address, op: 'register_nanny' }
    const { nannyPlugins } = await call(route, { address: this.address }, () => this.scheduler.addNanny(this))
    for (const [name, plugin] of nannyPlugins) await this.pluginAdd({ name, plugin })
    this.#worker = new Worker(this.scheduler, this.#options)
    await this.#worker.start()
    this.status = 'running'
  }

  /** nanny.py `plugin_add`: a plugin of the same name is replaced without its `teardown`. */
  async pluginAdd({ plugin, name, via = null }: PluginAdd): Promise<OKMessage | ErrorMessage> {
    const arrived = Pickled.is(plugin) ? loads(plugin) : plugin
    if (policy.duckOnArrival !== 'accepted' && !(arrived instanceof NannyPlugin)) this.#meetDuck()
    const known = name ?? pluginName(arrived, this.scheduler.nextId)
    if (known === '') throw new AssertionError()
    // Dask takes ducks for plugins too here (`cast(NannyPlugin, plugin)`): hooks are looked for before they are called.
    this.plugins.set(known, arrived as NannyPlugin)
    const seat = this.#seat(known, arrived)
    host.report({ kind: 'plugin-registered', ...seat, via })
    this.#log(`Starting Nanny plugin ${known}`)
    try {
      await callHook(seat, { hook: 'setup', parameters: [this], args: { nanny: this.address } })
    } catch (error) {
      return errorMessage(error)
    }
    return { status: 'OK' }
  }

  /** nanny.py `plugin_remove`: the plugin is gone before its `teardown` runs. */
  async pluginRemove({ name, via = null }: PluginRemove): Promise<OKMessage | ErrorMessage> {
    this.#log(`Removing Nanny plugin ${name}`)
    if (!this.plugins.has(name)) return errorMessage(new KeyError(`'${name}'`))
    const seat = this.#seat(name, this.plugins.get(name))
    this.plugins.delete(name)
    host.report({ kind: 'plugin-unregistered', ...seat, via })
    try {
      await this.#teardown(seat)
    } catch (error) {
      return errorMessage(error)
    }
    return { status: 'OK' }
  }

  /** Tears its plugins down, and then closes its worker. */
  async close(): Promise<void> {
    if (this.status === 'closing' || this.status === 'closed') return
    this.status = 'closing'
    await Promise.all([...this.plugins].map(([name, plugin]) => this.#teardown(this.#seat(name, plugin))))
    await this.#worker?.close()
    this.#worker = null
    this.scheduler.removeNanny(this.address)
    this.status = 'closed'
  }

  #meetDuck(): void {
    if (policy.duckOnArrival === 'refused') throw new AssertionError()
    const message =
      'Registering duck-typed plugins has been deprecated. Please make sure your plugin inherits from `NannyPlugin`.'
    host.report({ kind: 'warned', process: this.address, category: 'DeprecationWarning', message })
  }

  async #teardown(seat: Seat): Promise<void> {
    await callHook(seat, { hook: 'teardown', parameters: [this], args: { nanny: this.address } })
  }

  #seat(name: string, plugin: unknown): Seat {
    return { process: this.address, pluginKind: 'nanny', name, plugin }
  }

  #log(message: string): void {
    host.report({ kind: 'logged', process: this.address, level: 'INFO', logger: 'distributed.nanny', message })
  }
}
