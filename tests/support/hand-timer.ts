/** A timer that rings when the test says so. */
import type { Timer } from '#src/lab/live-runs.ts'

export interface HandTimer {
  readonly timer: Timer
  /** Lets what waits for at most so many milliseconds ring. */
  readonly ring: (milliseconds?: number) => void
  /** How long each of those waits that are on is. */
  readonly waits: () => readonly number[]
}

export function createHandTimer(): HandTimer {
  const waiting = new Map<() => void, number>()
  return {
    timer: (milliseconds, callback) => {
      const call = () => callback()
      waiting.set(call, milliseconds)
      return () => waiting.delete(call)
    },
    ring: (limit = Number.POSITIVE_INFINITY) => {
      for (const [call, milliseconds] of [...waiting]) {
        if (milliseconds > limit) continue
        waiting.delete(call)
        call()
      }
    },
    waits: () => [...waiting.values()],
  }
}
