/** distributed/worker.py `plugin_add`, `plugin_remove`, and their twins in distributed/nanny.py: the plugins that a process holds. */
import { policy } from 'distributed/_version'
import { type ErrorMessage, errorMessage, type OKMessage, withError } from 'distributed/core'
import { AssertionError, KeyError } from 'distributed/exceptions'
import { callHook, type Seat } from 'distributed/hooks'
import { host } from 'distributed/host'
import type { NextId } from 'distributed/ids'
import { pluginName } from 'distributed/plugin-names'
import { type Imports, loads, Pickled } from 'distributed/protocol/pickle'
import { text } from 'distributed/python-repr'
import type { PluginAdd, PluginRemove } from 'distributed/scheduler-plugins'

interface Owner {
  readonly kind: 'worker' | 'nanny'
  readonly address: string
  readonly nextId: NextId
  readonly imports: Imports
  /** What hooks are given. */
  readonly self: unknown
  /** Whether a plugin inherits from the base class of its kind. */
  readonly isPlugin: (plugin: unknown) => boolean
}

const DUCKS = {
  worker: 'Please make sure your plugin subclasses `WorkerPlugin`.',
  nanny: 'Please make sure your plugin inherits from `NannyPlugin`.',
} as const
const TITLES = { worker: 'Worker', nanny: 'Nanny' } as const

export class HeldPlugins<Plugin> extends Map<string, Plugin> {
  readonly #owner: Owner

  constructor(owner: Owner) {
    super()
    this.#owner = owner
  }

  /** The plugin is stored before its `setup` runs, and stays when `setup` throws. */
  async add({ plugin, name, via = null }: PluginAdd): Promise<OKMessage | ErrorMessage> {
    const { kind, nextId, imports, self, isPlugin } = this.#owner
    const arrived = Pickled.is(plugin) ? loads(plugin, imports) : plugin
    if (policy.duckOnArrival !== 'accepted' && !isPlugin(arrived)) this.#meetDuck()
    const known = name ?? pluginName(arrived, nextId)
    if (!known) throw new AssertionError()
    // nanny.py `plugin_add`: there, a plugin of the same name is replaced without its `teardown`.
    if (kind === 'worker' && this.has(known)) await this.take({ name: known })

    // Dask takes ducks for plugins too here (`cast(WorkerPlugin, plugin)`): hooks are looked for before they are called.
    this.set(known, arrived as Plugin)
    const seat = this.#seat(known, arrived)
    host.report({ kind: 'plugin-registered', ...seat, via })
    this.#log('INFO', `Starting ${TITLES[kind]} plugin ${known}`)
    try {
      await callHook(seat, { hook: 'setup', parameters: [self], args: this.#args(), keyword: kind })
    } catch (error) {
      if (policy.logsFailingHooks)
        this.#log('ERROR', withError(`${TITLES[kind]} plugin ${known} failed to setup`, error))
      return errorMessage(error)
    }
    return { status: 'OK' }
  }

  /** The plugin is gone before its `teardown` runs. */
  async take({ name, via = null }: PluginRemove): Promise<OKMessage | ErrorMessage> {
    const { kind } = this.#owner
    this.#log('INFO', `Removing ${TITLES[kind]} plugin ${name}`)
    try {
      if (!this.has(name)) throw new KeyError(text(name))
      const seat = this.#seat(name, this.get(name))
      this.delete(name)
      host.report({ kind: 'plugin-unregistered', ...seat, via })
      await this.#teardown(seat, { keyword: kind })
    } catch (error) {
      if (policy.logsFailingHooks)
        this.#log('ERROR', withError(`${TITLES[kind]} plugin ${name} failed to teardown`, error))
      return errorMessage(error)
    }
    return { status: 'OK' }
  }

  /**
   * What closing does with them. worker.py `close`
   * @throws what a failing `teardown` threw, in versions that let it pass
   */
  async close(): Promise<void> {
    const names = [...this.keys()]
    if (policy.closing === 'removes') {
      await Promise.all(names.map((name) => this.take({ name })))
      return
    }
    // Called in turn, and only then awaited: one that throws at once keeps the others from their teardown.
    const teardowns = names.map((name) => this.#teardown(this.#seat(name, this.get(name)), {}))
    await Promise.all(teardowns)
  }

  /** Tells every plugin of a change. One that fails is logged, and stops nothing. worker.py `_notify_plugins` */
  notify(hook: string, parameters: readonly unknown[], args: object): void {
    for (const [name, plugin] of this) {
      try {
        callHook(this.#seat(name, plugin), { hook, parameters, args })
      } catch (error) {
        const message = withError(`Plugin '${name}' failed with exception`, error)
        this.#log('INFO', message, 'distributed.worker.state_machine')
      }
    }
  }

  #teardown(seat: Seat, { keyword }: { readonly keyword?: 'worker' | 'nanny' }): unknown {
    const call = { hook: 'teardown', parameters: [this.#owner.self], args: this.#args() }
    return callHook(seat, keyword === undefined ? call : { ...call, keyword })
  }

  #meetDuck(): void {
    const { kind, address } = this.#owner
    if (policy.duckOnArrival === 'refused') throw new AssertionError()
    const message = `Registering duck-typed plugins has been deprecated. ${DUCKS[kind]}`
    host.report({ kind: 'warned', process: address, category: 'DeprecationWarning', message })
  }

  #args(): object {
    return { [this.#owner.kind]: this.#owner.address }
  }

  #seat(name: string, plugin: unknown): Seat {
    return { process: this.#owner.address, pluginKind: this.#owner.kind, name, plugin }
  }

  #log(level: 'INFO' | 'ERROR', message: string, logger = `distributed.${this.#owner.kind}`): void {
    host.report({ kind: 'logged', process: this.#owner.address, level, logger, message })
  }
}
