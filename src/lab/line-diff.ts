/** Compares two texts line by line, as rows that can stand side by side. */
import { diffArrays } from 'diff'

/** A line with its number, counted from 1. */
export interface NumberedLine {
  readonly number: number
  readonly text: string
}

/** One row: the line of one text beside that of the other; null where the other has none. */
export type DiffRow =
  | { readonly kind: 'same'; readonly one: NumberedLine; readonly other: NumberedLine }
  | { readonly kind: 'changed'; readonly one: NumberedLine | null; readonly other: NumberedLine | null }

export function diffLines(one: string, other: string): readonly DiffRow[] {
  const rows: DiffRow[] = []
  const removed: NumberedLine[] = []
  const added: NumberedLine[] = []
  const at = { one: 0, other: 0 }

  // What was taken out and what came in for it stand in the same rows, as far as they go.
  const pair = () => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      rows.push({ kind: 'changed', one: removed[index] ?? null, other: added[index] ?? null })
    }
    removed.length = 0
    added.length = 0
  }

  for (const part of diffArrays(linesOf(one), linesOf(other))) {
    if (!part.added && !part.removed) pair()
    for (const text of part.value) {
      if (part.removed) removed.push({ number: ++at.one, text })
      else if (part.added) added.push({ number: ++at.other, text })
      else rows.push({ kind: 'same', one: { number: ++at.one, text }, other: { number: ++at.other, text } })
    }
  }
  pair()
  return rows
}

function linesOf(text: string): string[] {
  const lines = text.split('\n')
  // The end of the last line begins no further one.
  if (lines.at(-1) === '') lines.pop()
  return lines
}
