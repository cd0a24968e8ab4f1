/** Says whether a value is an instance of a class, and which prototypes it met on the way to the answer. */
export function walk(value: unknown, Class: Constructor): Walk {
  const chain: object[] = []
  if (!isObject(value)) return { answer: false, chain }
  for (let next = prototypeOf(value); next !== null; next = prototypeOf(next)) {
    chain.push(next)
    if (next === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}

/** The prototypes in the order in which they were met, the value's own first. */
export interface Walk {
  readonly answer: boolean
  readonly chain: readonly object[]
}

/** Whatever may stand on the right of `instanceof`. */
export type Constructor = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown)

function prototypeOf(value: object): object | null {
  return Object.getPrototypeOf(value)
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
