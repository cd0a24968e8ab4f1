/** Calls what the operator calls, and walks for show. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

export function walk(value, Class) {
  return { answer: Function.prototype[Symbol.hasInstance].call(Class, value), chain: chainOf(value) }
}
