/** distributed/client.py `FutureState`: what a client knows of a task, for all of its futures of that key. */
import { FutureCancelledError } from 'distributed/exceptions'
import { loads, type Pickled } from 'distributed/protocol/pickle'
import type { CancelReason } from 'distributed/scheduler-comms'

/** As in Dask's own `Future.status`. */
export type FutureStatus = 'pending' | 'finished' | 'error' | 'cancelled' | 'lost'

export class FutureState {
  readonly key: string
  status: FutureStatus = 'pending'
  exception: Pickled | null = null
  /** The name of its result's type, once there is one. */
  type: string | null = null
  /** Whether anybody has asked how the task ended. */
  isObserved = false
  /** The exception, unpacked once for all who ask. */
  #error: { readonly of: Pickled; readonly loaded: unknown } | null = null
  #why: CancelReason = {}
  #settle: () => void = () => undefined
  #settled = this.#pending()

  constructor(key: string) {
    this.key = key
  }

  /** What the task threw, the same each time; null where it did not fail. */
  get error(): unknown {
    if (this.exception === null) return null
    if (this.#error?.of !== this.exception) this.#error = { of: this.exception, loaded: loads(this.exception) }
    return this.#error.loaded
  }

  /** Resolves when the task is neither pending nor lost. */
  async wait(): Promise<void> {
    while (this.status === 'pending' || this.status === 'lost') await this.#settled
  }

  finish(type: string | null): void {
    this.type ??= type
    this.#enter('finished')
  }

  fail(exception: Pickled): void {
    this.exception = exception
    this.#enter('error')
  }

  cancel(why: CancelReason = {}): void {
    if (this.status === 'cancelled') return
    this.#why = why
    this.exception = null
    this.#enter('cancelled')
  }

  /** The result has gone with its worker. */
  lose(): void {
    this.#begin('lost')
  }

  /** The task is run again: it had failed, or its result could not be fetched. Python's `retry` and `reset` */
  retry(): void {
    this.#begin('pending')
  }

  /** @param via the call that asks for what is not to be had */
  cancelledError(via?: string): FutureCancelledError {
    const advice = `${via}: "${this.key}" was released or cancelled. Submit the task again to get its result.`
    return new FutureCancelledError(this.key, via === undefined ? this.#why : { msg: advice, ...this.#why })
  }

  #begin(status: 'lost' | 'pending'): void {
    if (this.status === 'cancelled') return
    this.exception = null
    this.#settled = this.#pending()
    this.status = status
  }

  #enter(status: FutureStatus): void {
    this.status = status
    this.#settle()
  }

  #pending(): Promise<void> {
    return new Promise((resolve) => {
      this.#settle = resolve
    })
  }
}
