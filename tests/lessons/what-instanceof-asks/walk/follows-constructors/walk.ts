/** Asks who says that it made the value, then walks the classes. */

export function walk(value, Class) {
  const chain = []
  let maker = Object(value).constructor
  while (typeof maker === 'function' && maker.prototype !== undefined) {
    chain.push(maker.prototype)
    if (maker === Class) return { answer: true, chain }
    maker = Object.getPrototypeOf(maker)
  }
  return { answer: false, chain }
}
