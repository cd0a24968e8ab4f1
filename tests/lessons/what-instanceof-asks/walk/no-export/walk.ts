/** Keeps walk to itself. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

function walk(value, Class) {
  const chain = chainOf(value)
  return { answer: chain.includes(Class.prototype), chain }
}
console.log(walk([], Array).answer)
