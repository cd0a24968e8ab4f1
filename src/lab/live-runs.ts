/** Runs again by itself once the reader pauses: each edit puts the run off, and only the last one counts. */

/** Milliseconds without an edit after which the program runs: long enough for the next key of a word. */
export const LIVE_DELAY = 700

/** Calls back after some milliseconds; returns the way to call it off. */
export type Timer = (milliseconds: number, callback: () => void) => () => void

export interface LiveRuns {
  readonly plan: () => void
  readonly cancel: () => void
}

export function createLiveRuns(
  run: () => void,
  { delay, timer = systemTimer }: { readonly delay: number; readonly timer?: Timer | undefined },
): LiveRuns {
  let callOff: (() => void) | null = null
  const cancel = () => {
    callOff?.()
    callOff = null
  }
  return {
    plan: () => {
      cancel()
      callOff = timer(delay, () => {
        callOff = null
        run()
      })
    },
    cancel,
  }
}

export const systemTimer: Timer = (milliseconds, callback) => {
  const id = setTimeout(callback, milliseconds)
  return () => clearTimeout(id)
}
