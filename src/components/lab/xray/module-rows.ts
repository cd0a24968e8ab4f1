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

/** Where a thing of a row comes to stand. */
export interface Squeezed {
  readonly width: number
  readonly at: (point: Point) => number
}

/**
 * Makes a drawing as narrow as the room, or as its fullest row: in each row the things keep their order and move together,
 * at least `gap` apart, none further than it must.
 */
export function squeezeRows(things: readonly InRow[], { room, gap }: { room: number; gap: number }): Squeezed {
  const rows = [...Map.groupBy(things, ({ y }) => Math.round(y)).values()].map(distinct)
  const full = (row: readonly InRow[]) => row.reduce((sum, { width }) => sum + width + gap, -gap)
  const width = Math.max(room, ...rows.map(full))
  const old = Math.max(width, ...things.map((thing) => thing.x + thing.width / 2))
  const moved = new Map<string, number>()
  for (const row of rows) {
    let left = 0
    const pushed = row.map((thing) => {
      const x = Math.max((thing.x * width) / old, left + thing.width / 2)
      left = x + thing.width / 2 + gap
      return { thing, x }
    })
    let right = width
    for (const { thing, x } of pushed.toReversed()) {
      const fitting = Math.min(x, right - thing.width / 2)
      right = fitting - thing.width / 2 - gap
      moved.set(placeKey(thing), fitting)
    }
  }
  return { width, at: (point) => moved.get(placeKey(point)) ?? point.x }
}

/** From left to right; the words on a line stand where the line passes. */
function distinct(row: readonly InRow[]): readonly InRow[] {
  return [...Map.groupBy(row, placeKey).values()]
    .flatMap((same) => same.toSorted((one, other) => other.width - one.width)[0] ?? [])
    .toSorted((one, other) => one.x - other.x)
}

/** Middles that are the same differ by less than a rounding error. */
function placeKey({ x, y }: Point): string {
  return `${Math.round(x * 10)} ${Math.round(y)}`
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
