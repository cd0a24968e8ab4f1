/** Caps events inside the worker, so that a flood never reaches the page, and sends them in batches. */
import type { TraceEvent } from '../../trace/events.ts'
import type { Limits } from '../protocol.ts'

interface SinkOptions {
  readonly limits: Limits
  readonly post: (events: readonly TraceEvent[]) => void
  /** Calls back in a later task. */
  readonly later: (callback: () => void) => void
  readonly now: () => number
}

export interface EventSink {
  readonly emit: (event: TraceEvent) => void
  readonly flush: () => void
}

/** So many events go out one by one, so that a program that hangs early has shown what it did before. */
const UNBATCHED = 200
/** So many errors are kept beyond the limit of events, so that how a program died is told even after a flood. */
const LAST_WORDS = 20
const BATCH_SIZE = 256
/** Milliseconds that an event waits at most while the program keeps reporting. */
const BATCH_AGE = 16

/** By its kind alone: a method of strings could have been replaced. */
function isOfConsole({ kind }: TraceEvent): boolean {
  switch (kind) {
    case 'console':
    case 'console-traced':
    case 'console-table':
    case 'console-group':
    case 'console-group-ended':
    case 'console-cleared':
    case 'console-note':
      return true
    default:
      return false
  }
}

export function createEventSink({ limits, post, later, now }: SinkOptions): EventSink {
  const kept = { console: 0, events: 0 }
  const dropped = { console: 0, events: 0 }
  let total = 0
  let batch: TraceEvent[] = []
  let batchStarted = 0
  let flushPlanned = false

  const send = () => {
    if (batch.length === 0) return
    const events = batch
    batch = []
    post(events)
  }

  const isWithinLimits = (event: TraceEvent) => {
    const what = isOfConsole(event) ? 'console' : 'events'
    const limit =
      what === 'console' ? limits.consoleLines : limits.events + (event.kind === 'uncaught' ? LAST_WORDS : 0)
    if (kept[what] < limit) {
      kept[what] += 1
      return true
    }
    dropped[what] += 1
    return false
  }

  return {
    emit: (event) => {
      if (!isWithinLimits(event)) return
      if (batch.length === 0) batchStarted = now()
      batch[batch.length] = event
      total += 1
      if (total <= UNBATCHED || batch.length >= BATCH_SIZE || now() - batchStarted > BATCH_AGE) return send()
      if (flushPlanned) return
      flushPlanned = true
      later(() => {
        flushPlanned = false
        send()
      })
    },
    flush: () => {
      for (const what of ['console', 'events'] as const) {
        if (dropped[what] > 0) batch[batch.length] = { kind: 'truncated', what, dropped: dropped[what] }
      }
      send()
    },
  }
}
