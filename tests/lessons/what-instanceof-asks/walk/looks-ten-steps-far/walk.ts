/** Gives up early. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

export function walk(value, Class) {
  const chain = chainOf(value).slice(0, 10)
  return { answer: chain.includes(Class.prototype), chain }
}
