/** Asks the prototype the same question again. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

export function walk(value, Class) {
  if (!isObject(value)) return { answer: false, chain: [] }
  const above = Object.getPrototypeOf(value)
  if (above === null) return { answer: false, chain: [] }
  if (above === Class.prototype) return { answer: true, chain: [above] }
  const { answer, chain } = walk(above, Class)
  return { answer, chain: [above, ...chain] }
}
