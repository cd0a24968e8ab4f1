/** The contract between a page and the worker that runs a program: every message. What comes back is read by `inbox.ts`. */
import type { Outcome, TraceEvent } from '../trace/events.ts'
import { isRecord } from './guards.ts'

export type RunId = number & { readonly __brand: 'RunId' }

/** A bundle that is ready to run: the body of an async function whose one parameter is `__doppelclass`. */
export interface Program {
  readonly code: string
  /** The source map of `code`, as JSON text; its sources are project-relative paths. */
  readonly map: string
}

/** What a run may use before it is cut short. */
export interface Limits {
  /** Milliseconds until the watchdog stops the run. */
  readonly time: number
  /** Console lines kept; the rest is counted. */
  readonly consoleLines: number
  /** Other events kept; the rest is counted. */
  readonly events: number
  /** What all events may weigh together; the rest is counted. A value weighs 16 and a unit of text 1. */
  readonly weight: number
}

export const DEFAULT_LIMITS: Limits = { time: 5_000, consoleLines: 1_000, events: 120_000, weight: 100_000_000 }

/** So many errors are kept beyond the limit of events, so that how a program died is told even after a flood. */
export const LAST_WORDS = { events: 20, weight: 2_000_000 }

/** So many events come in one message. */
export const BATCH_SIZE = 256

/** The only message to the worker. */
export interface RunMessage {
  readonly type: 'run'
  readonly run: RunId
  readonly program: Program
  readonly limits: Limits
}

/** From the worker: batches of events, then exactly one `settled`. */
export type WorkerMessage =
  | { readonly type: 'events'; readonly run: RunId; readonly events: readonly TraceEvent[] }
  | { readonly type: 'settled'; readonly run: RunId; readonly outcome: Outcome }

/** The part of a MessagePort that both the browser's and Node's have. */
export interface Port {
  readonly postMessage: (message: unknown) => void
  readonly addEventListener: (type: 'message', listener: (event: { readonly data: unknown }) => void) => void
  readonly start: () => void
}

/** Reads the message that starts a run, in the worker. */
export function isRunMessage(data: unknown): data is RunMessage {
  return isRecord(data) && data.type === 'run' && isRecord(data.program) && isRecord(data.limits)
}
