/** The contract between a page and the worker that runs a program: every message, and the guards for what comes back. */
import type { Outcome, TraceEvent } from '../trace/events.ts'

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
}

export const DEFAULT_LIMITS: Limits = { time: 5_000, consoleLines: 1_000, events: 120_000 }

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

const EVENT_KINDS: ReadonlySet<unknown> = new Set<TraceEvent['kind']>([
  'module-evaluated',
  'class-created',
  'instanceof-checked',
  'dispatched',
  'plugin-registered',
  'plugin-unregistered',
  'hook-called',
  'task-transition',
  'message-sent',
  'warned',
  'logged',
  'console',
  'console-traced',
  'console-table',
  'console-group',
  'console-group-ended',
  'console-cleared',
  'console-note',
  'uncaught',
  'truncated',
])

const OUTCOME_KINDS: ReadonlySet<unknown> = new Set<Outcome['kind']>(['completed', 'failed', 'stopped'])

/** Reads a message of the worker; null for whatever is none, so that a program which got hold of a port cannot confuse the page. */
export function parseWorkerMessage(data: unknown): WorkerMessage | null {
  if (!isRecord(data) || typeof data.run !== 'number') return null
  if (data.type === 'events' && Array.isArray(data.events) && data.events.every(isEvent)) return data as WorkerMessage
  if (data.type === 'settled' && isRecord(data.outcome) && OUTCOME_KINDS.has(data.outcome.kind)) {
    return data as WorkerMessage
  }
  return null
}

/** Reads the message that starts a run, in the worker. */
export function isRunMessage(data: unknown): data is RunMessage {
  return isRecord(data) && data.type === 'run' && isRecord(data.program) && isRecord(data.limits)
}

function isEvent(value: unknown): boolean {
  return isRecord(value) && EVENT_KINDS.has(value.kind)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
