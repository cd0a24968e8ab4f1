/** Forgets that a function is an object too. */

export function walk(value, Class) {
  const chain = []
  if (typeof value !== 'object' || value === null) return { answer: false, chain }
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) {
    chain.push(next)
    if (next === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}
