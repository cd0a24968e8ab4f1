/** distributed/client.py, the part about futures: which keys a client wants, and what it has heard of them. */
import { policy } from 'distributed/_version'
import { call, send } from 'distributed/core'
import { KeyError } from 'distributed/exceptions'
import { type CancelOptions, Future, type FutureClient } from 'distributed/future'
import { FutureState } from 'distributed/future-state'
import { host } from 'distributed/host'
import { loads, type Pickled } from 'distributed/protocol/pickle'
import { keyList, text } from 'distributed/python-repr'
import type { Scheduler } from 'distributed/scheduler'
import type { CancelReason, ClientComm } from 'distributed/scheduler-comms'
import { FIRE_AND_FORGET } from 'distributed/scheduler-state'
import type { Timekeeper } from 'distributed/timers'

interface Owner {
  readonly address: string
  readonly scheduler: Scheduler
  readonly connected: Promise<void>
  readonly requireOpen: (call: string, op?: string) => void
}

/** client.py `_reconnect` */
const LOST_CONNECTION: CancelReason = {
  reason: 'scheduler-connection-lost',
  msg: 'Client lost the connection to the scheduler. Please check your connection and re-run your work.',
}

export class Futures implements FutureClient {
  readonly #states = new Map<string, FutureState>()
  /** How many futures stand for each key. At zero, the scheduler is told that it may forget it. client.py `refcount` */
  readonly #references = new Map<string, number>()
  readonly #owner: Owner
  #generation = 0

  constructor(owner: Owner) {
    this.#owner = owner
  }

  get address(): string {
    return this.#owner.address
  }

  get time(): Timekeeper {
    const { clock, startTimer } = this.#owner.scheduler
    return { now: clock.now, startTimer }
  }

  get generation(): number {
    return this.#generation
  }

  has(key: string): boolean {
    return this.#states.has(key)
  }

  /** A future more of the key, which the client wants from now on. */
  want<T>(key: string): Future<T> {
    const state = this.#states.get(key) ?? new FutureState(key)
    this.#states.set(key, state)
    this.#references.set(key, (this.#references.get(key) ?? 0) + 1)
    return new Future<T>(key, state, this)
  }

  /** What was scattered is there at once. */
  finish(key: string, type: string | null): void {
    this.#states.get(key)?.finish(type)
  }

  /** Waits for the tasks and fetches their results. client.py `_gather` @throws what the first of them threw */
  async fetch(states: readonly FutureState[], via: string): Promise<ReadonlyMap<string, unknown>> {
    const found = new Map<string, unknown>()
    for (let missing = states; missing.length > 0; missing = states.filter(({ key }) => !found.has(key))) {
      await Promise.all(missing.map((state) => requireFinished(state, via)))
      this.#owner.requireOpen(via)
      const { scheduler } = this.#owner
      const keys = missing.map(({ key }) => key)
      const data = await call(this.#route('gather'), { keys }, (message) => scheduler.gather(message.keys))
      for (const [key, pickled] of Object.entries(data)) found.set(key, loads(pickled))
      this.#reschedule(keys.filter((key) => !found.has(key)))
    }
    return found
  }

  /** client.py `_dec_ref`, `_release_key` */
  release(key: string): void {
    const left = (this.#references.get(key) ?? 0) - 1
    if (left > 0) {
      this.#references.set(key, left)
      return
    }
    this.#references.delete(key)
    const state = this.#states.get(key)
    if (state !== undefined) {
      this.#states.delete(key)
      this.#reportUnobserved(state)
      state.cancel()
    }
    const { address, scheduler } = this.#owner
    this.send('client-releases-keys', { keys: [key] }, ({ keys }) => {
      scheduler.clientReleasesKeys(address, keys)
    })
  }

  /** Until Dask 2024.10.0, the reason is dropped on the way (`Client.cancel`), and only the message is left. client.py `_cancel` */
  cancel(keys: readonly string[], { force = false, ...given }: CancelOptions): void {
    this.#owner.requireOpen('client.cancel()', 'cancel-keys')
    const { address, scheduler } = this.#owner
    const { reason: _, ...withoutReason } = given
    const why = policy.cancelReasons === 'passed-on' ? given : withoutReason
    const told = policy.cancelReasons === 'passed-on' ? given : {}
    this.send('cancel-keys', { keys, force, ...told }, () =>
      scheduler.cancelKeys(keys, { client: address, force, ...told }),
    )
    for (const key of keys) {
      this.#states.get(key)?.cancel(why)
      this.#states.delete(key)
    }
  }

  /** client.py `_retry`: once the scheduler has heard of it, the futures are pending again. @throws KeyError where one of them is gone */
  async retry(keys: readonly string[]): Promise<void> {
    this.#owner.requireOpen('client.retry()')
    await this.#owner.connected
    const { scheduler, address } = this.#owner
    const seen = await call(this.#route('retry'), { keys }, () => scheduler.retry(address, keys))
    for (const key of seen) this.#states.get(key)?.retry()
    // Dask trips over the first one that the client has no future of.
    const missing = seen.find((key) => !this.#states.has(key))
    if (missing !== undefined) throw new KeyError(text(missing))
  }

  /** client.py `fire_and_forget`: as if a client wanted it that never closes. */
  fireAndForget(key: string): void {
    this.#owner.requireOpen('fireAndForget()', 'client-desires-keys')
    const client = FIRE_AND_FORGET
    this.send('client-desires-keys', { keys: [key], client }, ({ keys }) => {
      this.#owner.scheduler.clientDesiresKeys(client, keys)
    })
  }

  /** Forgets all of them; whoever waits for one is told why it will not come. */
  cancelAll(why: CancelReason): void {
    for (const state of this.#states.values()) {
      this.#reportUnobserved(state)
      state.cancel(why)
    }
    this.#states.clear()
  }

  /** Sends once the client has connected, in the order of the calls. */
  send<M extends object>(op: string, message: M, handler: (message: M) => void): void {
    void this.#owner.connected.then(() => send(this.#route(op), message, handler))
  }

  /** What the scheduler tells this client. */
  comm(handleClose: () => void): ClientComm {
    return {
      address: this.#owner.address,
      handleKeyInMemory: (key, type) => this.#states.get(key)?.finish(type),
      handleTaskErred: (key: string, exception: Pickled) => this.#states.get(key)?.fail(exception),
      handleLostData: (key) => this.#states.get(key)?.lose(),
      handleRetriedKey: (key) => this.#states.get(key)?.retry(),
      handleCancelledKeys: (keys, why) => {
        for (const key of keys) this.#states.get(key)?.cancel(why)
      },
      handleRestart: () => this.#restart(),
      handleLostConnection: () => this.cancelAll(LOST_CONNECTION),
      handleClose,
    }
  }

  /** client.py `_handle_restart` */
  #restart(): void {
    this.cancelAll({ reason: 'scheduler-restart', msg: 'Scheduler has restarted. Please re-run your work.' })
    this.#generation += 1
    this.#references.clear()
  }

  /** The workers that had the results went before they could be fetched. client.py `_gather` */
  #reschedule(keys: readonly string[]): void {
    if (keys.length === 0) return
    const { scheduler, address } = this.#owner
    this.#log('WARNING', `Couldn't gather ${keys.length} keys, rescheduling ${keyList(keys)}`)
    for (const key of keys) {
      this.send('report-key', { key }, () => scheduler.reportKey(address, key))
      this.#states.get(key)?.retry()
    }
  }

  /** In Dask such an error is only in the log of its worker. Here the client says so too, so that it does not vanish. */
  #reportUnobserved({ key, status, isObserved, exception }: FutureState): void {
    if (status !== 'error' || isObserved || exception === null) return
    this.#log('ERROR', `Task "${key}" has failed, and nobody has asked for its result: ${String(exception.snapshot)}`)
  }

  #log(level: 'WARNING' | 'ERROR', message: string): void {
    host.report({ kind: 'logged', process: this.#owner.address, level, logger: 'distributed.client', message })
  }

  #route(op: string) {
    return { from: this.#owner.address, to: this.#owner.scheduler.address, op }
  }
}

/** Whether a task has ended well, once it has ended. */
export async function hasFinished(state: FutureState): Promise<boolean> {
  await state.wait()
  state.isObserved = true
  return state.status === 'finished'
}

async function requireFinished(state: FutureState, via: string): Promise<void> {
  if (await hasFinished(state)) return
  throw state.exception === null ? state.cancelledError(via) : state.error
}
