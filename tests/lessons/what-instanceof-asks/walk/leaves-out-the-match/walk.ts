/** Does not put the prototype that it found on the chain. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

export function walk(value, Class) {
  const chain = []
  if (!isObject(value)) return { answer: false, chain }
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) {
    if (next === Class.prototype) return { answer: true, chain }
    chain.push(next)
  }
  return { answer: false, chain }
}
