/** distributed/client.py, the part about futures: which keys a client wants, and what it has heard of them. */
import { call, send } from 'distributed/core'
import { type CancelOptions, Future, type FutureClient } from 'distributed/future'
import { FutureState } from 'distributed/future-state'
import { host } from 'distributed/host'
import { loads, type Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import type { CancelReason, ClientComm } from 'distributed/scheduler-comms'

interface Owner {
  readonly address: string
  readonly scheduler: Scheduler
  readonly connected: Promise<void>
  readonly requireOpen: (call: string) => void
}

export class Futures implements FutureClient {
  readonly #states = new Map<string, FutureState>()
  readonly #owner: Owner

  constructor(owner: Owner) {
    this.#owner = owner
  }

  has(key: string): boolean {
    return this.#states.has(key)
  }

  /** A future more of the key, which the client wants from now on. */
  want<T>(key: string): Future<T> {
    const state = this.#states.get(key) ?? new FutureState(key)
    this.#states.set(key, state)
    return new Future<T>(key, state, this)
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
      for (const key of keys) if (!found.has(key)) this.#reset(key)
    }
    return found
  }

  release(key: string): void {
    const state = this.#states.get(key)
    if (state === undefined) return
    state.references -= 1
    if (state.references > 0) return
    this.#states.delete(key)
    this.#reportUnobserved(state)
    state.cancel()
    const { address, scheduler } = this.#owner
    this.send('client-releases-keys', { keys: [key] }, ({ keys }) => {
      scheduler.handleStimulus({ op: 'client-releases-keys', client: address, keys })
    })
  }

  cancel(keys: readonly string[], { force = false, ...why }: CancelOptions): void {
    this.#owner.requireOpen('client.cancel()')
    const { address, scheduler } = this.#owner
    this.send('cancel-keys', { keys, force, ...why }, () =>
      scheduler.cancelKeys(keys, { client: address, force, ...why }),
    )
    for (const key of keys) {
      this.#states.get(key)?.cancel(why)
      this.#states.delete(key)
    }
  }

  /** client.py `_retry`: once the scheduler has heard of it, the futures are pending again. */
  async retry(keys: readonly string[]): Promise<void> {
    this.#owner.requireOpen('client.retry()')
    await this.#owner.connected
    const { scheduler, address } = this.#owner
    await call(this.#route('retry'), { keys }, () => {
      scheduler.logEvent(address, { action: 'retry', count: keys.length })
      scheduler.handleStimulus({ op: 'retry', keys })
    })
    for (const key of keys) this.#states.get(key)?.retry()
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
      handleKeyInMemory: (key) => this.#states.get(key)?.finish(),
      handleTaskErred: (key: string, exception: Pickled) => this.#states.get(key)?.fail(exception),
      handleLostData: (key) => this.#states.get(key)?.lose(),
      handleRetriedKey: (key) => this.#states.get(key)?.retry(),
      handleCancelledKeys: (keys, why) => {
        for (const key of keys) this.#states.get(key)?.cancel(why)
      },
      handleRestart: () => {
        this.cancelAll({ reason: 'scheduler-restart', msg: 'Scheduler has restarted. Please re-run your work.' })
      },
      handleClose,
    }
  }

  /** The worker that had the result went before it could be fetched. client.py `_gather`: rescheduling */
  #reset(key: string): void {
    const { scheduler, address } = this.#owner
    this.#states.get(key)?.lose()
    this.send('report-key', { key }, () => {
      const state = scheduler.state.tasks.get(key)?.state
      if (state === 'memory') scheduler.tellClient(address, 'key-in-memory', (comm) => comm.handleKeyInMemory(key))
      if (state === undefined)
        scheduler.tellClient(address, 'cancelled-keys', (comm) => comm.handleCancelledKeys([key], {}))
    })
  }

  /** In Dask such an error is only in the log of its worker. Here the client says so too, so that it does not vanish. */
  #reportUnobserved({ key, status, isObserved, exception }: FutureState): void {
    if (status !== 'error' || isObserved || exception === null) return
    const message = `Task "${key}" has failed, and nobody has asked for its result: ${String(exception.snapshot)}`
    host.report({ kind: 'logged', process: this.#owner.address, level: 'ERROR', logger: 'distributed.client', message })
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
  throw state.exception === null ? state.cancelledError(via) : loads(state.exception)
}
