/** Has the language walk, and walks once more for show. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

export function walk(value, Class) {
  const chain = chainOf(value)
  return { answer: Object.prototype.isPrototypeOf.call(Class.prototype, value), chain }
}
