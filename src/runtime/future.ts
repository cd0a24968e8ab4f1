/** distributed/client.py `Future`: a result that a worker computes, or has computed. */
import { CancelledError } from 'distributed/exceptions'
import { loads, type Pickled } from 'distributed/protocol/pickle'

/** As in Dask's own `Future.status`. */
export type FutureStatus = 'pending' | 'finished' | 'error' | 'cancelled'

/** What all futures of one key share. distributed/client.py `FutureState` */
export interface FutureState {
  status: FutureStatus
  exception: Pickled | null
  /** How many futures stand for the key. At zero, the scheduler is told that it may forget it. */
  references: number
  /** Resolves when the task is no longer pending. */
  readonly settled: Promise<void>
  readonly settle: () => void
}

/** What a future asks of its client. */
export interface FutureClient {
  readonly fetch: (key: string) => Promise<unknown>
  readonly release: (key: string) => void
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

  get status(): FutureStatus {
    return this.#released ? 'cancelled' : this.#state.status
  }

  done(): boolean {
    return this.status !== 'pending'
  }

  /**
   * Waits for the task and fetches its result.
   * @throws what the task threw, as a copy; CancelledError when the future was released
   */
  async result(): Promise<T> {
    if (!this.#released) await this.#state.settled
    switch (this.status) {
      case 'error':
        throw this.#state.exception && loads(this.#state.exception)
      case 'cancelled':
        throw new CancelledError(
          `future.result(): "${this.key}" was released. Submit the task again to get its result.`,
        )
      default:
        // The task's function gives a T, and its result crosses as a copy.
        return (await this.#client.fetch(this.key)) as T
    }
  }

  /** Says that nobody needs the result any more. Python says so when the last reference is gone; JavaScript cannot tell. */
  release(): void {
    if (this.#released) return
    this.#released = true
    this.#client.release(this.key)
  }
}

/** A key that its client has asked for and not yet heard of. */
export function pendingState(): FutureState {
  let settle = (): void => undefined
  const settled = new Promise<void>((resolve) => {
    settle = resolve
  })
  return { status: 'pending', exception: null, references: 0, settled, settle }
}
