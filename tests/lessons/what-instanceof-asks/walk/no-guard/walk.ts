/** Does not ask whether the value is an object at all. */

export function walk(value, Class) {
  const chain = []
  for (let next = Object.getPrototypeOf(value); next !== null; next = Object.getPrototypeOf(next)) {
    chain.push(next)
    if (next === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}
