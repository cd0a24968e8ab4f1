/** Has the operator answer. */

export function walk(value, Class) {
  return { answer: value instanceof Class, chain: [] }
}
