/** distributed/scheduler.py, the part about plugins: keeps its own, passes on those of workers and nannies, and calls hooks. */
import { policy } from 'distributed/_version'
import { call, type ErrorMessage, type OKMessage, type Responses, reprOf, withError } from 'distributed/core'
import { SchedulerPlugin } from 'distributed/diagnostics/plugin'
import { AssertionError, ValueError } from 'distributed/exceptions'
import { callHook, isAwaitable, type Seat } from 'distributed/hooks'
import { host, type PluginKind } from 'distributed/host'
import type { PluginMessage } from 'distributed/plugin-requests'
import { loads, type Pickled } from 'distributed/protocol/pickle'
import { repr } from 'distributed/python-repr'
import type { SchedulerLoop } from 'distributed/scheduler-loop'

/** A process that plugins are passed on to, and the address under which its answer is given. */
export interface Receiver {
  readonly process: {
    readonly address: string
    readonly pluginAdd: (message: PluginAdd) => Promise<OKMessage | ErrorMessage>
    readonly pluginRemove: (message: PluginRemove) => Promise<OKMessage | ErrorMessage>
  }
  readonly answersAs: string
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

export class SchedulerPlugins {
  readonly own = new Map<string, SchedulerPlugin>()
  /** What every worker has and every new worker gets. */
  readonly worker = new Map<string, Pickled>()
  readonly nanny = new Map<string, Pickled>()
  readonly #scheduler: SchedulerLoop

  constructor(scheduler: SchedulerLoop) {
    this.#scheduler = scheduler
  }

  /** scheduler.py `register_worker_plugin`, `register_nanny_plugin`: kept for processes to come, whatever the present ones answer. */
  async passOn(
    kind: 'worker' | 'nanny',
    { plugin, name, idempotent }: PluginMessage,
    via: string | null,
    ready?: () => Promise<void>,
  ): Promise<Responses> {
    this.#scheduler.log('INFO', `Registering ${TITLES[kind]} plugin ${name}`)
    if (idempotent && this[kind].has(name)) return {}
    this[kind].set(name, plugin)
    this.#reportSeat('plugin-registered', kind, { name, plugin: plugin.snapshot, via })
    await ready?.()
    const op = kind === 'worker' ? 'plugin-add' : 'plugin_add'
    return this.#broadcast(kind, { op, message: { plugin, name } }, ({ process }) =>
      process.pluginAdd({ plugin, name, via }),
    )
  }

  /** scheduler.py `unregister_worker_plugin`, `unregister_nanny_plugin` */
  async takeBack(kind: 'worker' | 'nanny', name: string, via: string | null): Promise<Responses> {
    const plugin = this[kind].get(name)
    if (plugin === undefined) throw new ValueError(`The ${kind} plugin ${name ?? 'None'} does not exist`)
    this[kind].delete(name)
    this.#reportSeat('plugin-unregistered', kind, { name, plugin: plugin.snapshot, via })
    const op = kind === 'worker' ? 'plugin-remove' : 'plugin_remove'
    return this.#broadcast(kind, { op, message: { name } }, ({ process }) => process.pluginRemove({ name, via }))
  }

  /** scheduler.py `register_scheduler_plugin`: `start` runs before the plugin is stored, so one that fails to start is not kept. */
  async register({ plugin, name, idempotent }: PluginMessage, via: string): Promise<void> {
    if (idempotent && this.own.has(name)) return
    const arrived = loads(plugin)
    // Later, the client has looked already.
    if (policy.registerPlugin === null && !(arrived instanceof SchedulerPlugin)) throw new AssertionError()
    await callHook(this.#seat(name, arrived), { hook: 'start', parameters: [this.#scheduler], args: {} })
    // The client has dispatched on the class: only what inherits from SchedulerPlugin is sent here.
    this.add(name, arrived as SchedulerPlugin, via)
  }

  /** scheduler.py `add_plugin` */
  add(name: string, plugin: SchedulerPlugin, via: string | null): void {
    if (this.own.has(name)) {
      const message = `Scheduler already contains a plugin with name ${name}; overwriting.`
      host.report({ kind: 'warned', process: this.#scheduler.address, category: 'UserWarning', message })
    }
    this.own.set(name, plugin)
    this.#reportSeat('plugin-registered', 'scheduler', { name, plugin, via })
  }

  /** scheduler.py `remove_plugin` */
  remove(name: string, via: string | null): void {
    // `assert name is not None`: the types say so, and a program may not know.
    if ((name ?? null) === null) throw new AssertionError()
    const plugin = this.own.get(name)
    if (plugin === undefined) {
      throw new ValueError(`Could not find plugin ${repr(name)} among the current scheduler plugins`)
    }
    this.own.delete(name)
    this.#reportSeat('plugin-unregistered', 'scheduler', { name, plugin, via })
  }

  /**
   * Calls a hook of every plugin. A hook that fails is logged, and stops nothing.
   * @returns what waits for the async ones; null where there is none, since the scheduler then goes on without giving way
   */
  callAll(hook: string, parameters: readonly unknown[], args: object): Promise<void> | null {
    const isClosing = hook === 'beforeClose' || hook === 'close'
    const fail = (error: unknown) => {
      const message = isClosing ? 'Plugin call failed during scheduler.close' : String(Object(error).message)
      this.#scheduler.log('ERROR', withError(message, error))
    }
    const pending: Promise<void>[] = []
    for (const [name, plugin] of [...this.own]) {
      try {
        const result = callHook(this.#seat(name, plugin), { hook, parameters, args })
        if (isAwaitable(result)) pending.push(Promise.resolve(result).then(() => undefined, fail))
      } catch (error) {
        fail(error)
      }
    }
    return pending.length === 0 ? null : Promise.all(pending).then(() => undefined)
  }

  /** Calls a hook of every plugin that cannot be async. A hook that fails is logged, and stops nothing. */
  notify(hook: string, parameters: readonly unknown[], args: object): void {
    if (this.own.size === 0) return
    for (const [name, plugin] of [...this.own]) {
      try {
        callHook(this.#seat(name, plugin), { hook, parameters, args })
      } catch (error) {
        // scheduler.py `_transition`, broker.py `publish`: there, it is not the error that is said.
        const logger = QUIET[hook]
        if (logger !== undefined) this.#scheduler.log('INFO', withError('Plugin failed with exception', error), logger)
        else this.#scheduler.log('ERROR', withError(String(Object(error).message), error))
      }
    }
  }

  /** Asks all processes of a kind at once, and gathers their answers by the address of the worker. scheduler.py `broadcast` */
  async #broadcast(
    kind: 'worker' | 'nanny',
    { op, message }: { readonly op: string; readonly message: object },
    ask: (receiver: Receiver) => Promise<OKMessage | ErrorMessage>,
  ): Promise<Responses> {
    const answers = this.#scheduler.receivers(kind).map(async (receiver) => {
      const route = { from: this.#scheduler.address, to: receiver.process.address, op }
      return [receiver.answersAs, await call(route, message, () => ask(receiver))] as const
    })
    try {
      return Object.fromEntries(await Promise.all(answers))
    } catch (error) {
      throw new Error(reprOf(error), { cause: error })
    }
  }

  #reportSeat(
    kind: 'plugin-registered' | 'plugin-unregistered',
    pluginKind: PluginKind,
    what: { readonly name: string; readonly plugin: unknown; readonly via: string | null },
  ): void {
    host.report({ kind, process: this.#scheduler.address, pluginKind, ...what })
  }

  #seat(name: string, plugin: unknown): Seat {
    return { process: this.#scheduler.address, pluginKind: 'scheduler', name, plugin }
  }
}

/** Hooks whose failing is no error to Dask, and who says so. */
const QUIET: Readonly<Record<string, string>> = {
  transition: 'distributed.scheduler',
  logEvent: 'distributed.broker',
}

const TITLES = { worker: 'Worker', nanny: 'Nanny' } as const
