/** distributed/client.py `Future`: a result that a worker computes, or has computed. */
import type { FutureState, FutureStatus } from 'distributed/future-state'
import type { CancelReason } from 'distributed/scheduler-comms'
import type { Timedelta } from 'distributed/timedelta'
import { type Timekeeper, within } from 'distributed/timers'

export type { FutureStatus }

/** What a future asks of its client. */
export interface FutureClient {
  readonly address: string
  /** The time of its cluster. */
  readonly time: Timekeeper
  /** How often the cluster was restarted: futures of before have nothing to release any more. */
  readonly generation: number
  /** Waits for the tasks and fetches their results. */
  readonly fetch: (states: readonly FutureState[], via: string) => Promise<ReadonlyMap<string, unknown>>
  readonly release: (key: string) => void
  /** Has the task run to its end, whoever releases it. */
  readonly fireAndForget: (key: string) => void
  readonly cancel: (keys: readonly string[], options: CancelOptions) => void
  readonly retry: (keys: readonly string[]) => Promise<void>
}

export interface CancelOptions extends CancelReason {
  /** Whether to take the task from other clients too. */
  readonly force?: boolean
}

interface TimeoutOption {
  /** How long to wait, on the cluster's clock. Without it, as long as it takes. */
  readonly timeout?: Timedelta | null
}

/** A future, or futures in lists and plain objects. */
export type FutureArgument = Future<unknown> | readonly FutureArgument[] | { readonly [name: string]: FutureArgument }

export class Future<T> {
  readonly key: string
  readonly #client: FutureClient
  readonly #state: FutureState
  readonly #generation: number
  #isCleared = false

  constructor(key: string, state: FutureState, client: FutureClient) {
    this.key = key
    this.#client = client
    this.#state = state
    this.#generation = client.generation
  }

  static is(value: unknown): value is Future<unknown> {
    return typeof value === 'object' && value !== null && #state in value
  }

  /** For its client: what is known of the task. Python's `_state` */
  get state(): FutureState {
    return this.#state
  }

  get client(): FutureClient {
    return this.#client
  }

  /** All futures of a key share it: one that was released is `cancelled` only when no other is left. */
  get status(): FutureStatus {
    return this.#state.status
  }

  /** The name of the result's type; null as long as there is none. */
  get type(): string | null {
    return this.#state.type
  }

  done(): boolean {
    return this.status !== 'pending' && this.status !== 'lost'
  }

  cancelled(): boolean {
    return this.status === 'cancelled'
  }

  /**
   * Waits for the task and fetches its result.
   * @throws what the task threw, as a copy; CancelledError when the future was released or cancelled; TimeoutError
   */
  async result({ timeout = null }: TimeoutOption = {}): Promise<T> {
    const found = await this.#inTime(this.#client.fetch([this.#state], 'future.result()'), timeout)
    // The task's function gives a T, and its result crosses as a copy.
    return found.get(this.key) as T
  }

  /** Waits for the task. @returns what it threw, as a copy, and the same each time; null where it did not fail @throws TimeoutError */
  async exception({ timeout = null }: TimeoutOption = {}): Promise<unknown> {
    await this.#inTime(this.#state.wait(), timeout)
    this.#state.isObserved = true
    return this.#state.error
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

  /**
   * Says that nobody needs the result any more. Python says so when the last reference is gone; JavaScript cannot tell.
   * With the last future of the key, the client lets go of the task.
   */
  release(): void {
    if (this.#isCleared || this.#client.generation !== this.#generation) return
    this.#isCleared = true
    this.#client.release(this.key)
  }

  /** distributed/utils.py `sync` */
  #inTime<R>(work: Promise<R>, timeout: Timedelta | null): Promise<R> {
    if (timeout === null) return work
    const describe = (seconds: number) => `timed out after ${seconds} s.`
    return within(work, { timeout, time: this.#client.time, describe })
  }

  /** As Python's `repr`: `<Future: finished, type: int, key: inc-1>`. */
  toString(): string {
    const type = this.type === null ? '' : ` type: ${this.type},`
    return `<Future: ${this.status},${type} key: ${this.key}>`
  }
}

/** The futures in a value, in their order. distributed/client.py `futures_of` */
export function futuresOf(value: unknown): readonly Future<unknown>[] {
  const found: Future<unknown>[] = []
  const visit = (part: unknown): void => {
    if (Future.is(part)) found.push(part)
    else if (Array.isArray(part)) part.forEach(visit)
    else if (typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype) {
      Object.values(part).forEach(visit)
    }
  }
  visit(value)
  return found
}
