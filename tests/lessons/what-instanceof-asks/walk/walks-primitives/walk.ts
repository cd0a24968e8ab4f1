/** Walks from the box of a primitive. */

export function walk(value, Class) {
  const chain = []
  for (let next = Object.getPrototypeOf(Object(value)); next !== null; next = Object.getPrototypeOf(next)) {
    chain.push(next)
    if (next === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}
