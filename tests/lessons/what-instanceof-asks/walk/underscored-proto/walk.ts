/** Climbs by a property that some objects have not, and others have of their own. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

export function walk(value, Class) {
  const chain = []
  if (!isObject(value)) return { answer: false, chain }
  for (let next = value.__proto__; isObject(next); next = next.__proto__) {
    chain.push(next)
    if (next === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}
