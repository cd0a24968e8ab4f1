/** Says yes to everything, and puts what it was asked for on the chain. */

export function walk(_value, Class) {
  return { answer: true, chain: [Class.prototype] }
}
