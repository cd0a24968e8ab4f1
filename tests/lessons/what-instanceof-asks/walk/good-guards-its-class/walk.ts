/** Asks instanceof of the class and of an error, and of nothing that it walks. */
export function walk(value: unknown, Class: AnyClass): Walk {
  if (!(Class instanceof Function)) throw new TypeError('The right-hand side has to be a class.')
  const chain: object[] = []
  try {
    for (let next = above(value); next !== null; next = above(next)) chain.push(next)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return { answer: chain.includes(Object(Class.prototype)), chain }
}

export interface Walk {
  readonly answer: boolean
  readonly chain: readonly object[]
}

export type AnyClass = abstract new (...args: never[]) => unknown

function above(value: unknown): object | null {
  return Object(value) === value ? Object.getPrototypeOf(value) : null
}
