/** Tells when nothing happens any more: then whatever goes on takes its time, and the clock can move. */

/** So many turns without news are a lull: more than any message, hook or task takes that waits for nothing but messages. */
const TURNS = 25

export interface Lull {
  /** Something has happened: a lull is to begin after it. */
  readonly interrupt: () => void
}

/** @param begin called once in every lull; what it does itself only counts where that comes back as news */
export function createLull(begin: () => void): Lull {
  let news = 0
  let isWatching = false
  const watch = async (): Promise<void> => {
    for (let turn = 0, seen = news; turn < TURNS; turn += 1) {
      await null
      if (seen !== news) [turn, seen] = [0, news]
    }
    isWatching = false
    begin()
  }
  return {
    interrupt: () => {
      news += 1
      if (isWatching) return
      isWatching = true
      void watch()
    },
  }
}
