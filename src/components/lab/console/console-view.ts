/** What of a console is on the screen: cut at the last clearing, filtered, groups open or shut, and no more than a screenful of screens. */
import type { ConsoleLevel } from '../../../trace/events.ts'
import type { ConsoleRow } from '../../../trace/model/console.ts'
import { type ConsoleFilter, countLevels, countLines, filterConsole } from '../../../trace/model/console-filter.ts'
import { type ConsoleNode, consoleTree, lastRows, rowsOf } from '../../../trace/model/console-tree.ts'

/** How the reader wants to see the console. */
export interface ConsoleSetting {
  readonly filter: ConsoleFilter
  /** Lines whose events lie before this place in the trace were cleared by the reader. */
  readonly clearedAt: number
  readonly showsCleared: boolean
  /** Groups that the reader opened or shut against the program's wish, by their places in the trace. */
  readonly toggled: ReadonlySet<number>
  /** How many rows are drawn at most. */
  readonly most: number
}

/** What a group holds. */
export interface Held {
  readonly lines: number
  readonly errors: number
}

export interface ConsoleView {
  readonly nodes: readonly ConsoleNode[]
  /** By the place of the group in the trace. */
  readonly held: ReadonlyMap<number, Held>
  readonly counts: Readonly<Record<ConsoleLevel, number>>
  /** Lines that are not cleared. */
  readonly kept: readonly ConsoleRow[]
  readonly all: number
  /** How many of them pass the filter. */
  readonly found: number
  /** Rows above the first that is drawn. */
  readonly earlier: number
  /** Lines that were cleared, shown or not. */
  readonly cleared: number
}

/** @param wordsOf what a row says */
export function viewConsole(
  rows: readonly ConsoleRow[],
  setting: ConsoleSetting,
  wordsOf: (row: ConsoleRow) => string,
): ConsoleView {
  const { filter, showsCleared, most } = setting
  const cut = cutOf(rows, setting.clearedAt)
  const fresh = rows.filter(({ last }) => last >= cut)
  const kept = showsCleared ? rows : fresh
  const tree = filterConsole(consoleTree(kept), filter, wordsOf)
  const held = new Map<number, Held>()
  noteHeld(tree, held)
  const drawn = rowsOf(tree, (row) => isGroupOpen(row, setting))
  return {
    nodes: consoleTree(lastRows(drawn, most)),
    held,
    counts: countLevels(kept),
    kept,
    all: countLines(kept),
    found: countLines(rowsOf(tree, () => true)),
    earlier: Math.max(0, drawn.length - most),
    cleared: countLines(rows) - countLines(fresh),
  }
}

export function isGroupOpen({ event, index }: ConsoleRow, { toggled }: Pick<ConsoleSetting, 'toggled'>): boolean {
  return event.kind === 'console-group' && event.isCollapsed === toggled.has(index)
}

/** The program's own clearing counts like the reader's: the later one. */
function cutOf(rows: readonly ConsoleRow[], clearedAt: number): number {
  const cleared = rows.findLast(({ event }) => event.kind === 'console-cleared')
  return Math.max(clearedAt, cleared?.index ?? 0)
}

function noteHeld(nodes: readonly ConsoleNode[], held: Map<number, Held>): void {
  for (const { row, children } of nodes) {
    if (children.length === 0) continue
    const inside = rowsOf(children, () => true)
    held.set(row.index, { lines: countLines(inside), errors: countLevels(inside).error })
    noteHeld(children, held)
  }
}
