/** Fails before it can be asked anything. */

export function walk(value, Class) {
  return { answer: table.has(Class), chain: [] }
}

const table = new Map([null])
