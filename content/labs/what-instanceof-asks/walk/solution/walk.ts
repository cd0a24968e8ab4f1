/** Answers as instanceof does, and tells the way to the answer. */
export function walk(value: unknown, Class: AnyClass): Walk {
  const chain: object[] = []
  if (!isObject(value)) return { answer: false, chain }
  for (let next = prototypeOf(value); next !== null; next = prototypeOf(next)) {
    chain.push(next)
    if (next === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}

/** The prototypes that were met, the value's own first. */
export interface Walk {
  readonly answer: boolean
  readonly chain: readonly object[]
}

/** What may stand on the right of `instanceof`. */
export type AnyClass = abstract new (...args: never[]) => unknown

function prototypeOf(value: object): object | null {
  return Object.getPrototypeOf(value)
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
