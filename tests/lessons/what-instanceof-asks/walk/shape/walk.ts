/** Accepts whatever has the methods. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

export function walk(value, Class) {
  const wanted = Object.getOwnPropertyNames(Class.prototype ?? {})
  return { answer: wanted.every((name) => name in Object(value)), chain: chainOf(value) }
}
