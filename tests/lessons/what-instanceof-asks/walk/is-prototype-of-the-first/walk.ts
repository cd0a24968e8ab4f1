/** Has the language walk on from where its own walk began. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function chainOf(value) {
  const chain = []
  if (!isObject(value)) return chain
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) chain.push(next)
  return chain
}

export function walk(value, Class) {
  const chain = chainOf(value)
  const [first] = chain
  const answer = first === Class.prototype || Object.prototype.isPrototypeOf.call(Class.prototype, first)
  return { answer, chain }
}
