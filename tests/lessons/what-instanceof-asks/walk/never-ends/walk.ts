/** Walks on the spot. */

export function walk(value, Class) {
  const chain = []
  for (let next = Object.getPrototypeOf(value); next !== null; ) chain[0] = next
  return { answer: chain.includes(Class.prototype), chain }
}
