/** Tells objects from primitives by what Object makes of them. */

function follow(value, Class) {
  const chain = []
  if (Object(value) !== value) return { answer: false, chain }
  const sought = Class.prototype
  let next = Object.getPrototypeOf(value)
  while (next !== null && next !== sought) {
    chain.push(next)
    next = Object.getPrototypeOf(next)
  }
  if (next !== null) chain.push(next)
  return { answer: next !== null, chain }
}

export { follow as walk }
