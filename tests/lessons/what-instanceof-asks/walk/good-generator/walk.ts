/** Climbs in a generator. */
const isObject = (value) => (typeof value === 'object' && value !== null) || typeof value === 'function'

function* climb(value) {
  let next = isObject(value) ? Reflect.getPrototypeOf(value) : null
  while (next) {
    yield next
    next = Reflect.getPrototypeOf(next)
  }
}

export const walk = (value, Class) => {
  const chain = [...climb(value)]
  return { chain, answer: chain.some((prototype) => prototype === Class.prototype) }
}
