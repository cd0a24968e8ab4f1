/** Returns names in place of the prototypes. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

export function walk(value, Class) {
  const chain = chainOf(value)
  const names = chain.map((prototype) => prototype.constructor?.name)
  return { answer: chain.includes(Class.prototype), chain: names }
}
