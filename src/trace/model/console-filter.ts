/** Chooses the lines of a console by their level and their words. */
import type { ConsoleLevel } from '../events.ts'
import type { ConsoleRow } from './console.ts'
import type { ConsoleNode } from './console-tree.ts'

/** The gravest first. */
export const CONSOLE_LEVELS: readonly ConsoleLevel[] = ['error', 'warn', 'info', 'log', 'debug']

export interface ConsoleFilter {
  readonly hiddenLevels: ReadonlySet<ConsoleLevel>
  /** Found in any case of letters. Empty for every line. */
  readonly text: string
}

/**
 * A group stays where one of its lines does, so that they keep their heading; found by its own words, it stays with all its lines.
 *
 * @param wordsOf what a row says, as it is shown
 */
export function filterConsole(
  nodes: readonly ConsoleNode[],
  { hiddenLevels, text }: ConsoleFilter,
  wordsOf: (row: ConsoleRow) => string,
): readonly ConsoleNode[] {
  const wanted = text.trim().toLowerCase()
  const keep = (nodes: readonly ConsoleNode[], wanted: string): readonly ConsoleNode[] =>
    nodes.flatMap((node) => {
      const isFound = wanted === '' || wordsOf(node.row).toLowerCase().includes(wanted)
      const children = keep(node.children, isFound ? '' : wanted)
      const isKept = children.length > 0 || (isFound && !hiddenLevels.has(levelOf(node.row.event)))
      return isKept ? [{ row: node.row, children }] : []
    })
  return keep(nodes, wanted)
}

/** How many lines there are of each level, repeats included. */
export function countLevels(rows: readonly ConsoleRow[]): Readonly<Record<ConsoleLevel, number>> {
  const counts = { error: 0, warn: 0, info: 0, log: 0, debug: 0 }
  for (const { event, count } of rows) counts[levelOf(event)] += count
  return counts
}

/** How many lines there are, repeats included. */
export function countLines(rows: readonly ConsoleRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}

/** Those of calls that have no level in their name are as in https://console.spec.whatwg.org/#loglevel-severity. */
export function levelOf(event: ConsoleRow['event']): ConsoleLevel {
  switch (event.kind) {
    case 'console':
      return event.level
    case 'console-traced':
    case 'console-table':
    case 'console-group':
    case 'console-cleared':
      return 'log'
    case 'console-note':
      return event.note.kind === 'counted' || event.note.kind === 'timed' ? 'info' : 'warn'
    case 'warned':
    case 'blocked':
    case 'truncated':
      return 'warn'
    case 'logged':
      return event.level === 'ERROR' ? 'error' : event.level === 'WARNING' ? 'warn' : 'info'
    case 'uncaught':
      return 'error'
  }
}
