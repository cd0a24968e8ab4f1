/** Puts the lines of a console into the groups that they lie in. */
import type { ConsoleRow } from './console.ts'

/** Only a group has children. */
export interface ConsoleNode {
  readonly row: ConsoleRow
  readonly children: readonly ConsoleNode[]
}

/** @param rows in order; a row whose group is not among them stands where the group would */
export function consoleTree(rows: readonly ConsoleRow[]): readonly ConsoleNode[] {
  const roots: ConsoleNode[] = []
  const open: { readonly depth: number; readonly children: ConsoleNode[] }[] = []
  for (const row of rows) {
    while ((open.at(-1)?.depth ?? -1) >= row.depth) open.pop()
    const children: ConsoleNode[] = []
    const siblings = open.at(-1)?.children ?? roots
    siblings.push({ row, children })
    if (row.event.kind === 'console-group') open.push({ depth: row.depth, children })
  }
  return roots
}

/** The rows of a tree in order. A group that is shut keeps its own to itself. */
export function rowsOf(nodes: readonly ConsoleNode[], isOpen: (group: ConsoleRow) => boolean): readonly ConsoleRow[] {
  return nodes.flatMap(({ row, children }) => [row, ...(isOpen(row) ? rowsOf(children, isOpen) : [])])
}

/** The last rows of a list, and before them the headings of the groups that these lie in. */
export function lastRows(rows: readonly ConsoleRow[], most: number): readonly ConsoleRow[] {
  const start = Math.max(0, rows.length - most)
  const headings: ConsoleRow[] = []
  let depth = rows[start]?.depth ?? 0
  for (let place = start - 1; place >= 0 && depth > 0; place -= 1) {
    const row = rows[place]
    if (row === undefined || row.depth >= depth || row.event.kind !== 'console-group') continue
    headings.unshift(row)
    depth = row.depth
  }
  return [...headings, ...rows.slice(start)]
}
