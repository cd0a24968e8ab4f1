/** distributed/client.py `Future`: a result that a worker computes, or has computed. */
import type { FutureState, FutureStatus } from 'distributed/future-state'
import { loads } from 'distributed/protocol/pickle'
import type { CancelReason } from 'distributed/scheduler-comms'

export type { FutureStatus }

/** What a future asks of its client. */
export interface FutureClient {
  /** Waits for the tasks and fetches their results. */
  readonly fetch: (states: readonly FutureState[], via: string) => Promise<ReadonlyMap<string, unknown>>
  readonly release: (key: string) => void
  readonly cancel: (keys: readonly string[], options: CancelOptions) => void
  readonly retry: (keys: readonly string[]) => Promise<void>
}

export interface CancelOptions extends CancelReason {
  /** Whether to take the task from other clients too. */
  readonly force?: boolean
}

export class Future<T> {
  readonly key: string
  readonly #client: FutureClient
  readonly #state: FutureState
  #released = false

  constructor(key: string, state: FutureState, client: FutureClient) {
    this.key = key
    this.#client = client
    this.#state = state
    state.references += 1
  }

  static is(value: unknown): value is Future<unknown> {
    return typeof value === 'object' && value !== null && #state in value
  }

  /** For its client: what is known of the task. Python's `_state` */
  get state(): FutureState {
    return this.#state
  }

  isOf(client: FutureClient): boolean {
    return this.#client === client
  }

  get status(): FutureStatus {
    return this.#released ? 'cancelled' : this.#state.status
  }

  done(): boolean {
    return this.status !== 'pending' && this.status !== 'lost'
  }

  cancelled(): boolean {
    return this.status === 'cancelled'
  }

  /**
   * Waits for the task and fetches its result.
   * @throws what the task threw, as a copy; CancelledError when the future was released or cancelled
   */
  async result(): Promise<T> {
    if (this.#released) throw this.#state.cancelledError('future.result()')
    const found = await this.#client.fetch([this.#state], 'future.result()')
    // The task's function gives a T, and its result crosses as a copy.
    return found.get(this.key) as T
  }

  /** Waits for the task. @returns what it threw, as a copy; null where it did not fail */
  async exception(): Promise<unknown> {
    if (this.#released) return null
    await this.#state.wait()
    this.#state.isObserved = true
    return this.#state.exception === null ? null : loads(this.#state.exception)
  }

  /** Calls back when the task is no longer pending, with this future. client.py `add_done_callback` */
  addDoneCallback(callback: (future: Future<T>) => void): void {
    void this.#state.wait().then(() => callback(this))
  }

  /** Says that the task shall not run, if nobody else wants it. What has begun goes on to its end all the same. */
  async cancel(options: CancelOptions = {}): Promise<void> {
    this.#client.cancel([this.key], options)
  }

  /** Runs a failed task again, and those it depends on that have failed. */
  async retry(): Promise<void> {
    await this.#client.retry([this.key])
  }

  /** Says that nobody needs the result any more. Python says so when the last reference is gone; JavaScript cannot tell. */
  release(): void {
    if (this.#released) return
    this.#released = true
    this.#client.release(this.key)
  }
}
