/** Counts the value as the first of its chain. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

export function walk(value, Class) {
  const chain = []
  for (let next = isObject(value) ? value : null; next !== null; next = Object.getPrototypeOf(next)) {
    chain.push(next)
    if (next === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}
