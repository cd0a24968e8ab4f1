/** Gathers batches and hands out all events so far in the rhythm of `schedule`, so that a flood costs one update a frame. */
import type { TraceEvent } from '../trace/events.ts'

export interface EventCollector {
  readonly add: (batch: readonly TraceEvent[]) => void
  /** Hands out at once what is still waiting. */
  readonly flush: () => void
}

export function collectEvents(
  schedule: (callback: () => void) => void,
  publish: (events: readonly TraceEvent[]) => void,
): EventCollector {
  const all: TraceEvent[] = []
  let isPlanned = false
  const flush = () => {
    if (!isPlanned) return
    isPlanned = false
    publish([...all])
  }
  return {
    add: (batch) => {
      for (const event of batch) all.push(event)
      if (isPlanned) return
      isPlanned = true
      schedule(flush)
    },
    flush,
  }
}
