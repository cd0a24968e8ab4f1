/** Finds the one stretch that turns a text into another, so that cursors and scroll outside of it stay where they are. */

export interface TextChange {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Null where the texts are equal. */
export function textChange(before: string, after: string): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) }
}
