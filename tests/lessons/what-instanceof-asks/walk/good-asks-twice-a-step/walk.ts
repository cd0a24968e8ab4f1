/** Looks ahead before each step, so that every prototype is asked for twice. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

export function walk(value, Class) {
  const chain = []
  let here = value
  while (isObject(here) && Object.getPrototypeOf(here) !== null) {
    here = Object.getPrototypeOf(here)
    chain.push(here)
    if (here === Class.prototype) return { answer: true, chain }
  }
  return { answer: false, chain }
}
