/** Reads what comes through a run's port. A program that got hold of the port could send anything: it gets nothing past here but events. */
import { isOutcome, isTraceEvent } from './event-guards.ts'
import { type Budget, createBudget, isRecord } from './guards.ts'
import { BATCH_SIZE, LAST_WORDS, type Limits, type RunId, type WorkerMessage } from './protocol.ts'

/** One message as the page sees it. After a violation nothing that the run says can be believed. */
export type Incoming =
  | { readonly kind: 'message'; readonly message: WorkerMessage }
  | { readonly kind: 'violation'; readonly why: string }

/** The notes of what was cut, at the end of a run. */
const CUTS = 2

/** @returns reads the messages of one run, in order */
export function createInbox(run: RunId, limits: Limits): (data: unknown) => Incoming {
  const budget = createBudget(limits.weight + LAST_WORDS.weight)
  let eventsLeft = limits.events + LAST_WORDS.events + limits.consoleLines + CUTS

  return (data) => {
    if (!isRecord(data) || data.run !== run) return violation('a message that is not of this run')
    if (data.type === 'settled') {
      const { outcome } = data
      return isOutcome(outcome) ? received({ type: 'settled', run, outcome }) : violation('an end that is none')
    }
    if (data.type !== 'events') return violation('a message of no known kind')
    const { events } = data
    if (!Array.isArray(events) || events.length === 0) return violation('a batch without events')
    if (events.length > BATCH_SIZE + CUTS) return violation('too large a batch')
    eventsLeft -= events.length
    if (eventsLeft < 0) return violation('more events than it may')
    if (!isBatch(events, budget)) return violation('an event that is none, or too much of them')
    return received({ type: 'events', run, events })
  }
}

function isBatch(
  events: readonly unknown[],
  budget: Budget,
): events is Extract<WorkerMessage, { type: 'events' }>['events'] {
  // Not by `every`, which skips the holes of a sparse array.
  for (let index = 0; index < events.length; index += 1) if (!isTraceEvent(events[index], budget)) return false
  return true
}

function received(message: WorkerMessage): Incoming {
  return { kind: 'message', message }
}

function violation(why: string): Incoming {
  return {
    kind: 'violation',
    why: `The program's worker sent ${why}. The run was ended, since its reports cannot be trusted.`,
  }
}
