export function walk(value, Class) {
  return { answer: false, chain: [ }
}
