/** Returns the answer alone. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

export function walk(value, Class) {
  return chainOf(value).includes(Class.prototype)
}
