/** The time of a cluster: it moves only when the model says so, so that the same program takes the same time every time. */

export interface Clock {
  /** Seconds since the cluster began. */
  readonly now: () => number
  readonly advance: (seconds: number) => void
}

export function createClock(): Clock {
  let microseconds = 0
  return {
    now: () => microseconds / 1_000_000,
    advance: (seconds) => {
      microseconds += Math.round(seconds * 1_000_000)
    },
  }
}
