/** Pushes before it looks whether there is anything. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

export function walk(value, Class) {
  const chain = []
  let next = value
  while (isObject(next)) {
    next = Object.getPrototypeOf(next)
    chain.push(next)
    if (next === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}
