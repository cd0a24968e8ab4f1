/** Texts as Python's `repr` writes them, for the lines of logs and the messages of errors. */

/** `'a'` */
export function text(value: string): string {
  return `'${value}'`
}

/** `['a', 'b']` */
export function keyList(keys: Iterable<string>): string {
  return `[${[...keys].map(text).join(', ')}]`
}

/** `{'a', 'b'}` */
export function keySet(keys: Iterable<string>): string {
  return `{${[...keys].map(text).join(', ')}}`
}
