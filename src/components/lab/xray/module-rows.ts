/** Makes a drawing of modules no wider than its widest row, by moving whole rows: dagre leaves room where nobody needs it. */
import type { Point } from './module-arrow.ts'

/** What stands in a row: `x` is its middle, `y` that of the row. */
export interface InRow extends Point {
  readonly width: number
}

/** What moves a row, by the height of its middle. */
export interface RowShifts {
  readonly width: number
  readonly at: (y: number) => number
}

/**
 * Lines that pass through a row are kept clear of its boxes, since they move with them. A row moves as far as the one
 * beside it, nearer to the widest, unless it must move further: so that lines stay straight.
 */
export function narrowRows(things: readonly InRow[], margin: number): RowShifts {
  const rows = rowsOf(things)
  const widest = rows.reduce((found, row, index) => (widthOf(row) > widthOf(rows[found]) ? index : found), 0)
  const frame = rows[widest]
  if (frame === undefined) return { width: 2 * margin, at: () => 0 }
  const shifts = new Map<number, number>()
  const goOn = (shift: number, row: Row) => {
    const next = Math.min(Math.max(shift, frame.left - row.left), frame.right - row.right)
    shifts.set(row.y, next + margin - frame.left)
    return next
  }
  rows.slice(widest).reduce(goOn, 0)
  rows.slice(0, widest).reduceRight(goOn, 0)
  return { width: widthOf(frame) + 2 * margin, at: (y) => shifts.get(Math.round(y)) ?? 0 }
}

/** From side to side. The middles of a row differ by less than a rounding error. */
interface Row {
  readonly y: number
  readonly left: number
  readonly right: number
}

function rowsOf(things: readonly InRow[]): readonly Row[] {
  return [...Map.groupBy(things, ({ y }) => Math.round(y))]
    .map(([y, row]) => ({
      y,
      left: Math.min(...row.map(({ x, width }) => x - width / 2)),
      right: Math.max(...row.map(({ x, width }) => x + width / 2)),
    }))
    .toSorted((one, other) => one.y - other.y)
}

function widthOf(row: Row | undefined): number {
  return row === undefined ? 0 : row.right - row.left
}
