/** Whoever waits for a time on the cluster's clock, and for no longer than asked. */
import { TimeoutError } from 'distributed/exceptions'
import { parseTimedelta, type Timedelta } from 'distributed/timedelta'

export interface Timer {
  /** Resolves when the time has come. */
  readonly reached: Promise<void>
  readonly stop: () => void
}

interface Waiting {
  readonly at: number
  readonly fire: () => void
}

export class Timers {
  readonly #waiting = new Set<Waiting>()

  /** When the first of them ends; null where nobody waits. */
  get next(): number | null {
    return this.#waiting.size === 0 ? null : Math.min(...[...this.#waiting].map(({ at }) => at))
  }

  /** @param at seconds, of which the clock knows millionths */
  add(at: number): Timer {
    let fire = (): void => undefined
    const reached = new Promise<void>((resolve) => {
      fire = resolve
    })
    const waiting = { at: Math.ceil(at * 1_000_000) / 1_000_000, fire }
    this.#waiting.add(waiting)
    return { reached, stop: () => void this.#waiting.delete(waiting) }
  }

  fire(now: number): void {
    for (const waiting of this.#waiting) {
      if (waiting.at > now) continue
      this.#waiting.delete(waiting)
      waiting.fire()
    }
  }
}

/** The time of a cluster. */
export interface Timekeeper {
  readonly now: () => number
  readonly startTimer: (seconds: number) => Timer
}

export interface Limit {
  readonly timeout: Timedelta
  readonly time: Timekeeper
  /** What is said when it is over. distributed/utils.py `sync` says how long it was, `wait_for` does not. */
  readonly describe?: (seconds: number) => string
}

/** @throws TimeoutError where the work takes longer; it goes on all the same */
export async function within<R>(work: Promise<R>, { timeout, time, describe = () => '' }: Limit): Promise<R> {
  const seconds = parseTimedelta(timeout)
  const { reached, stop } = time.startTimer(seconds)
  const over = reached.then(() => {
    throw new TimeoutError(describe(seconds))
  })
  try {
    return await Promise.race([work, over])
  } finally {
    stop()
  }
}
