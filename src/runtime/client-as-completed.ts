/** distributed/client.py `as_completed`: gives futures in the order in which they end, however they end. */
import { Future, type FutureClient } from 'distributed/future'
import { repr } from 'distributed/python-repr'
import { parseTimedelta, type Timedelta } from 'distributed/timedelta'
import { within } from 'distributed/timers'

export interface AsCompletedOptions {
  /** Whether each future comes with its result. Default false. */
  readonly withResults?: boolean
  /** With results: whether what a task threw is thrown here, or stands where its result would. Default true. */
  readonly raiseErrors?: boolean
  /** How long all of them may take, from now on. */
  readonly timeout?: Timedelta | null
}

/** What a future ended in; with `thrown` in place of a value. */
interface Ended<T> {
  readonly future: Future<T>
  readonly value?: unknown
  readonly thrown?: unknown
}

/** @param Item a future, or a future and its result */
export class AsCompleted<T, Item> implements AsyncIterableIterator<Item, void> {
  readonly #options: AsCompletedOptions
  readonly #ended: Ended<T>[] = []
  #pending = 0
  /** Counts what was cleared: those that were waited for before are nobody's business any more. */
  #generation = 0
  #client: FutureClient | null = null
  #deadline: number | null = null
  #news: Promise<void>
  #tell: () => void = () => undefined

  /** @throws TypeError for what is no future */
  constructor(futures: readonly Future<T>[], options: AsCompletedOptions) {
    this.#options = options
    this.#news = this.#nextNews()
    this.update(futures)
  }

  /** Waits for further ones too. @throws TypeError for what is no future */
  update(futures: readonly Future<T>[]): void {
    for (const future of futures) {
      if (!Future.is(future)) throw new TypeError(`Input must be a future, got ${repr(future)}`)
      void this.#track(future)
    }
  }

  add(future: Future<T>): void {
    this.update([future])
  }

  /** How many are still to come. */
  count(): number {
    return this.#pending + this.#ended.length
  }

  isEmpty(): boolean {
    return this.count() === 0
  }

  /** Whether the next one is there already. */
  hasReady(): boolean {
    return this.#ended.length > 0
  }

  clear(): void {
    this.#generation += 1
    this.#pending = 0
    this.#ended.length = 0
  }

  /** @throws what a task threw, with results; TimeoutError */
  async next(): Promise<IteratorResult<Item, void>> {
    while (this.#ended.length === 0) {
      if (this.isEmpty()) return { done: true, value: undefined }
      await this.#newsInTime()
    }
    return { done: false, value: this.#take() }
  }

  /** All that have ended by now, and where none has, the first that does. */
  async nextBatch({ block = true }: { readonly block?: boolean } = {}): Promise<readonly Item[]> {
    const first = block ? await this.next() : null
    const batch = first === null || first.done ? [] : [first.value]
    while (this.hasReady()) batch.push(this.#take())
    return batch
  }

  /** Those that have ended meanwhile together, rather than one by one. */
  async *batches(): AsyncGenerator<readonly Item[], void> {
    while (!this.isEmpty()) yield await this.nextBatch()
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** client.py `_track_future` */
  async #track(future: Future<T>): Promise<void> {
    this.#client ??= future.client
    const { timeout = null } = this.#options
    if (timeout !== null) this.#deadline ??= future.client.time.now() + parseTimedelta(timeout)
    const generation = this.#generation
    this.#pending += 1
    await future.state.wait()
    const ended = this.#options.withResults ? await endOf(future) : { future }
    if (generation !== this.#generation) return
    this.#pending -= 1
    this.#ended.push(ended)
    this.#tell()
    this.#news = this.#nextNews()
  }

  async #newsInTime(): Promise<void> {
    if (this.#client === null || this.#deadline === null) return this.#news
    const { time } = this.#client
    await within(this.#news, { timeout: this.#deadline - time.now(), time })
  }

  #take(): Item {
    const [ended] = this.#ended.splice(0, 1)
    if (ended === undefined) throw new Error('asCompleted: nothing has ended yet. Ask hasReady() first.')
    const { future, value, thrown } = ended
    if (!this.#options.withResults) return future as Item
    if (future.status === 'error' && this.#options.raiseErrors !== false) throw thrown
    // Item is the pair then: `asCompleted` says so.
    return [future, thrown ?? value] as Item
  }

  #nextNews(): Promise<void> {
    return new Promise((resolve) => {
      this.#tell = resolve
    })
  }
}

async function endOf<T>(future: Future<T>): Promise<Ended<T>> {
  try {
    return { future, value: await future.result() }
  } catch (thrown) {
    return { future, thrown }
  }
}

/**
 * Gives the futures in the order in which they end. More can be added meanwhile.
 * @throws TypeError for what is no future; when asked for the next one, TimeoutError
 */
export function asCompleted<T>(
  futures: readonly Future<T>[],
  options: AsCompletedOptions & { readonly withResults: true },
): AsCompleted<T, readonly [Future<T>, T]>
export function asCompleted<T>(futures?: readonly Future<T>[], options?: AsCompletedOptions): AsCompleted<T, Future<T>>
export function asCompleted<T>(
  futures: readonly Future<T>[] = [],
  options: AsCompletedOptions = {},
): AsCompleted<T, Future<T> | readonly [Future<T>, T]> {
  return new AsCompleted(futures, options)
}
