/** Medians, since these machines are shared and noisy. */

/** @returns the middle value; the mean of the two middle ones where the count is even */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('A median needs at least one value.')
  return (upper + lower) / 2
}

/** A row of the printed table: times in milliseconds. */
export interface Row {
  readonly what: string
  readonly median: number
  readonly samples: number
  readonly note: string
}

export function printTable(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length))
  for (const { what, median, samples, note } of rows) {
    console.log(
      `${what.padEnd(width)}  ${median.toFixed(1).padStart(9)} ms  median of ${samples}${note ? `  ${note}` : ''}`,
    )
  }
}
