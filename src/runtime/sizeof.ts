/** dask/sizeof.py: roughly how many bytes a value takes, as Python would count them. */

/** How many members of a container are looked at; the others are taken to be as large. */
const SAMPLE = 10
/** How deep it looks. */
const DEPTH = 4

export function sizeof(value: unknown, depth = DEPTH): number {
  switch (typeof value) {
    case 'string':
      return 49 + value.length
    case 'object':
      return value === null ? 16 : sizeofObject(value, depth)
    default:
      return 28
  }
}

function sizeofObject(value: object, depth: number): number {
  if (ArrayBuffer.isView(value)) return 112 + value.byteLength
  const items = Array.isArray(value) ? value : Object.values(value)
  if (depth === 0 || items.length === 0) return 56 + 8 * items.length
  let sampled = 0
  for (const item of items.slice(0, SAMPLE)) sampled += sizeof(item, depth - 1)
  return Math.round(56 + 8 * items.length + (sampled / Math.min(items.length, SAMPLE)) * items.length)
}
