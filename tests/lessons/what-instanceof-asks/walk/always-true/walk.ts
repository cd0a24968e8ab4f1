/** Says yes to everything. */

export function walk() {
  return { answer: true, chain: [] }
}
