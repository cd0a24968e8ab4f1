/** Texts as Python's `repr` writes them, for the lines of logs and the messages of errors. */

/** `'a'` */
export function text(value: string): string {
  return `'${value}'`
}

/** Of a value that Python has too. */
export function repr(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' ? text(value) : String(value)
}

/** `['a', 'b']` */
export function keyList(keys: Iterable<string>): string {
  return `[${[...keys].map(text).join(', ')}]`
}

/** `{'a', 'b'}` */
export function keySet(keys: Iterable<string>): string {
  return `{${[...keys].map(text).join(', ')}}`
}
