/** dask/base.py `tokenize`: the same function with the same arguments is the same task. */

/** Gives equal texts for equal values: plain data by what it holds, everything else by identity. */
export function createTokenizer(): (value: unknown) => string {
  const identities = new WeakMap<object, number>()
  let met = 0

  const identity = (value: object) => {
    const known = identities.get(value) ?? ++met
    identities.set(value, known)
    return `#${known}`
  }

  const tokenize = (value: unknown, above: readonly object[]): string => {
    if (typeof value === 'function') return identity(value)
    if (typeof value !== 'object' || value === null)
      return `${typeof value}:${Object.is(value, -0) ? '-0' : String(value)}`
    const prototype: unknown = Object.getPrototypeOf(value)
    const isPlain = prototype === Array.prototype || prototype === Object.prototype
    if (!isPlain || above.includes(value)) return identity(value)
    const entries = Object.entries(value).map(
      ([name, item]) => `${JSON.stringify(name)}=${tokenize(item, [...above, value])}`,
    )
    return Array.isArray(value) ? `[${entries.join()}]` : `{${entries.join()}}`
  }

  return (value) => tokenize(value, [])
}
