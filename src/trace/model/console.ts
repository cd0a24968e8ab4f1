/** What a console shows of a run: everything that was said to a person, in order, repeats counted and groups told by their depth. */
import type {
  Blocked,
  ConsoleEvent,
  ConsoleGroupEnded,
  Logged,
  TraceEvent,
  Truncated,
  UncaughtError,
  Warned,
} from '../events.ts'
import type { View } from './fold.ts'
import { foldTrace } from './fold.ts'

/** One line of the console; a table, and the heading of a group, are one too. */
export interface ConsoleRow {
  /** The place in the trace of the event, or of the first of equal ones. */
  readonly index: number
  /** The place of the last of equal ones. */
  readonly last: number
  /** How often the same was said without anything between. */
  readonly count: number
  /** How many groups it lies in. */
  readonly depth: number
  readonly event: Exclude<ConsoleEvent, ConsoleGroupEnded> | Blocked | Warned | Logged | UncaughtError | Truncated
}

/** Groups that lie deeper stand side by side with what they hold. */
const MAX_DEPTH = 12
/**
 * Parts of two lines that are compared, texts and numbers included: more than the largest picture of one value has. A
 * line may hold fifty of those, and a thousand such lines would take seconds.
 */
const MAX_COMPARED = 5_000

export function foldConsole(events: readonly TraceEvent[], upTo?: number): readonly ConsoleRow[] {
  return foldTrace(consoleView, events, upTo)
}

interface Notes {
  /** Rows are never changed, only replaced. */
  readonly rows: ConsoleRow[]
  openGroups: number
}

export const consoleView: View<Notes, readonly ConsoleRow[]> = {
  start: () => ({ rows: [], openGroups: 0 }),
  step(notes, event, index) {
    switch (event.kind) {
      case 'console-group':
        addRow(notes, event, index)
        notes.openGroups += 1
        break
      case 'console-group-ended':
        notes.openGroups = Math.max(0, notes.openGroups - 1)
        break
      case 'truncated':
      case 'console-cleared':
        // The one is about the whole console; the other ends all groups.
        notes.openGroups = 0
        addRow(notes, event, index)
        break
      case 'logged':
        // distributed/deploy/local.py LocalCluster: `silence_logs` keeps everything below a warning off the screen.
        if (event.level !== 'INFO') addRow(notes, event, index)
        break
      case 'console':
      case 'blocked':
      case 'console-traced':
      case 'console-table':
      case 'console-note':
      case 'warned':
      case 'uncaught':
        addRow(notes, event, index)
    }
  },
  finish: ({ rows }) => [...rows],
  copy: ({ rows, openGroups }) => ({ rows: [...rows], openGroups }),
}

function addRow({ rows, openGroups }: Notes, event: ConsoleRow['event'], index: number): void {
  const depth = Math.min(openGroups, MAX_DEPTH)
  const before = rows.at(-1)
  if (before !== undefined && before.depth === depth && isRepeat(before.event, event)) {
    rows[rows.length - 1] = { ...before, last: index, count: before.count + 1 }
  } else {
    rows.push({ index, last: index, count: 1, depth, event })
  }
}

/** Each group and each table stands for itself, and so does a mark in the course of things. */
function isRepeat(one: ConsoleRow['event'], other: ConsoleRow['event']): boolean {
  switch (one.kind) {
    case 'console-group':
    case 'console-table':
    case 'console-cleared':
    case 'truncated':
      return false
    default:
      return isSameData(one, other, { left: MAX_COMPARED })
  }
}

/** For plain data, as events are. What is larger than the budget counts as different. */
function isSameData(one: unknown, other: unknown, budget: { left: number }): boolean {
  budget.left -= 1
  if (budget.left < 0) return false
  if (Object.is(one, other)) return true
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((value, place) => isSameData(value, other[place], budget))
  }
  if (!isRecord(one) || !isRecord(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => key in other && isSameData(one[key], other[key], budget))
  )
}

/** Apart from records, since to name the places of a long list costs more than to compare them. */
const isList: (value: unknown) => value is readonly unknown[] = Array.isArray

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
