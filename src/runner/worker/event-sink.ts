/** Caps events inside the worker, so that a flood never reaches the page, and sends them in batches. */
import type { TraceEvent } from '../../trace/events.ts'
import { isTraceEvent } from '../event-guards.ts'
import { createBudget } from '../guards.ts'
import { BATCH_SIZE, LAST_WORDS, type Limits } from '../protocol.ts'
import { append } from './intrinsics.ts'

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
/** A heavier batch would take the page too long to unpack. */
const BATCH_WEIGHT = 500_000
/** Milliseconds that an event waits at most while the program keeps reporting. */
const BATCH_AGE = 16

/** By its kind alone: a method of strings could have been replaced. */
function isOfConsole({ kind }: TraceEvent): boolean {
  switch (kind) {
    // What is blocked is told in the console, and a program may try it in a loop.
    case 'blocked':
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
  const budget = createBudget(limits.weight)
  const lastWords = createBudget(LAST_WORDS.weight)
  let total = 0
  let batch: TraceEvent[] = []
  let batchStarted = 0
  let batchWeight = 0
  let flushPlanned = false

  const send = () => {
    if (batch.length === 0) return
    const events = batch
    batch = []
    batchWeight = 0
    post(events)
  }

  /** The weight of an event that is kept; null for one that is not. Whatever a program had reported in its lies is no event. */
  const keep = (event: TraceEvent): number | null => {
    const what = isOfConsole(event) ? 'console' : 'events'
    const isDeath = event.kind === 'uncaught'
    const limit = what === 'console' ? limits.consoleLines : limits.events + (isDeath ? LAST_WORDS.events : 0)
    const before = budget.left + lastWords.left
    if (kept[what] < limit && (isTraceEvent(event, budget) || (isDeath && isTraceEvent(event, lastWords)))) {
      kept[what] += 1
      return before - budget.left - lastWords.left
    }
    dropped[what] += 1
    return null
  }

  const noteCut = (what: 'console' | 'events') => {
    if (dropped[what] > 0) append(batch, { kind: 'truncated', what, dropped: dropped[what] })
  }

  return {
    emit: (event) => {
      const weight = keep(event)
      if (weight === null) return
      batchWeight += weight
      if (batch.length === 0) batchStarted = now()
      append(batch, event)
      total += 1
      const isFull = batch.length >= BATCH_SIZE || batchWeight >= BATCH_WEIGHT
      if (total <= UNBATCHED || isFull || now() - batchStarted > BATCH_AGE) return send()
      if (flushPlanned) return
      flushPlanned = true
      later(() => {
        flushPlanned = false
        send()
      })
    },
    flush: () => {
      noteCut('console')
      noteCut('events')
      send()
    },
  }
}
