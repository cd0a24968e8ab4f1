/** Turns offsets of a source text into the places that probes report. */

/** Lines and columns count from 1, columns in UTF-16 units. */
export interface Places {
  readonly at: (offset: number) => { readonly line: number; readonly column: number }
  /** A `Place` of the two offsets, as a literal of the program. */
  readonly span: (start: number, end: number) => string
}

export function createPlaces(source: string): Places {
  const lineStarts = lineStartsOf(source)
  const at: Places['at'] = (offset) => {
    const line = lastAtOrBefore(lineStarts, offset)
    return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 }
  }
  const span: Places['span'] = (start, end) => {
    const from = at(start)
    const to = at(end)
    return `[${from.line}, ${from.column}, ${to.line}, ${to.column}]`
  }
  return { at, span }
}

function lineStartsOf(source: string): readonly number[] {
  return [0, ...Array.from(source.matchAll(/\r\n?|\n/g), (ending) => ending.index + ending[0].length)]
}

/** The index of the last start that does not lie behind the offset. Starts ascend, and the first is 0. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
