/** Knows when a program has nothing left to do, by counting the timers it still waits for. */
import { apply, createSafeSet } from './intrinsics.ts'

type TimerId = unknown
type Callback = (...args: readonly unknown[]) => void

/** The timer functions of a realm, as they were before any program ran. */
export interface Timers {
  readonly setTimeout: (callback: Callback, delay?: number, ...args: readonly unknown[]) => TimerId
  readonly clearTimeout: (id: TimerId) => void
  readonly setInterval: (callback: Callback, delay?: number, ...args: readonly unknown[]) => TimerId
  readonly clearInterval: (id: TimerId) => void
}

export interface IdleTracker {
  /** The counted timers, to be put in place of the realm's own. */
  readonly timers: Timers
  /** Calls back once no timer is pending and every microtask has had its turn. */
  readonly whenIdle: (callback: () => void) => void
  /** Calls back in a later task, without counting as work of the program. */
  readonly soon: (callback: () => void) => void
}

export function createIdleTracker(native: Timers): IdleTracker {
  const pending = createSafeSet()
  let waiting: (() => void) | null = null

  // One more task lets promises settle; they may start new timers, so the count is read again after it.
  const settleSoon = () => {
    if (pending.size() > 0 || waiting === null) return
    native.setTimeout(() => {
      if (pending.size() > 0 || waiting === null) return
      const callback = waiting
      waiting = null
      callback()
    }, 0)
  }

  const forget = (id: TimerId) => {
    if (pending.delete(id)) settleSoon()
  }

  const timers: Timers = {
    setTimeout: (callback, delay, ...args) => {
      // A text, which the frame's policy refuses: nothing will come of it.
      if (typeof callback !== 'function') return native.setTimeout(callback, delay)
      const id = native.setTimeout(
        (...given) => {
          // The finally keeps the count right when the callback throws; the error goes on to the realm's handler.
          try {
            apply(callback, undefined, given)
          } finally {
            forget(id)
          }
        },
        delay,
        ...args,
      )
      pending.add(id)
      return id
    },
    clearTimeout: (id) => {
      native.clearTimeout(id)
      forget(id)
    },
    setInterval: (callback, delay, ...args) => {
      if (typeof callback !== 'function') return native.setInterval(callback, delay)
      const id = native.setInterval(callback, delay, ...args)
      pending.add(id)
      return id
    },
    clearInterval: (id) => {
      native.clearInterval(id)
      forget(id)
    },
  }

  return {
    timers,
    whenIdle: (callback) => {
      waiting = callback
      settleSoon()
    },
    soon: (callback) => {
      native.setTimeout(callback, 0)
    },
  }
}
