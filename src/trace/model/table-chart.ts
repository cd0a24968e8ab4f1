/** What of a printed table can be drawn: its one column of numbers, a bar for each row. */
import type { ConsoleTable } from '../events.ts'
import type { Preview } from '../preview.ts'
import { bareText } from './preview-text.ts'

export interface TableChart {
  /** The name of the column of numbers. */
  readonly column: string
  readonly bars: readonly Bar[]
}

export interface Bar {
  /** What tells the row from the others. */
  readonly label: string
  /** The number as the table has it. */
  readonly text: string
  /** Its part of the greatest number, from 0 to 1. */
  readonly share: number
}

/** @returns null for a table with no column of numbers from 0 up, or with several: nobody could tell which one is meant */
export function tableChart({ columns, rows }: ConsoleTable): TableChart | null {
  const cellsOf = (place: number) => rows.map(({ cells }) => cells[place] ?? null)
  const numeric = columns.flatMap((column, place) => (cellsOf(place).every(isAmount) ? [{ column, place }] : []))
  const [only, ...others] = numeric
  if (only === undefined || others.length > 0 || rows.length < 2) return null
  const amounts = cellsOf(only.place).map((cell) => Number(textOf(cell)))
  const most = Math.max(...amounts)
  if (most === 0) return null
  const telling = columns.flatMap((_, place) =>
    place !== only.place && new Set(cellsOf(place).map(textOf)).size > 1 ? [place] : [],
  )
  const bars = rows.map(({ key, cells }, row) => {
    const label = telling.map((place) => textOf(cells[place] ?? null)).join(' · ')
    return { label: label || key, text: textOf(cells[only.place] ?? null), share: (amounts[row] ?? 0) / most }
  })
  return { column: only.column, bars }
}

function isAmount(cell: Preview | null): boolean {
  if (cell?.kind !== 'primitive' || cell.type !== 'number') return false
  const amount = Number(cell.text)
  return Number.isFinite(amount) && amount >= 0
}

function textOf(cell: Preview | null): string {
  return cell === null ? '' : bareText(cell)
}
