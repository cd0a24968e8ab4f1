/** Says no to everything. */

export function walk() {
  return { answer: false, chain: [] }
}
