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

/** Prints what the model of Dask did in one place. */
export function printRuntime(
  where: string,
  {
    measures,
    growth,
  }: {
    readonly measures: readonly {
      readonly what: string
      readonly milliseconds: number
      readonly tasksPerSecond: number
    }[]
    readonly growth: readonly { readonly what: string; readonly ratio: number }[]
  },
): void {
  console.log(`\nThe model of Dask in ${where}:\n`)
  for (const { what, milliseconds, tasksPerSecond } of measures) {
    console.log(
      `${what.padEnd(26)} ${milliseconds.toFixed(1).padStart(9)} ms  ${Math.round(tasksPerSecond)} tasks a second`,
    )
  }
  for (const { what, ratio } of growth) console.log(`${what}: ${ratio.toFixed(2)} × the cost`)
}
