/** Returns more than it has to, and prints as it goes. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

export function walk(value, Class) {
  const chain = chainOf(value)
  const steps = chain.indexOf(Class.prototype)
  console.log('steps', steps)
  return { answer: steps >= 0, chain, steps, Class }
}
