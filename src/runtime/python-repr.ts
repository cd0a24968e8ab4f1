/** Texts as Python's `repr` writes them, for the lines of logs and the messages of errors. */

/** `'a'`; in double quotes where there is a single one in it, and no double. */
export function text(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'"
  const escaped = value.replace(/[\\\n\r\t]/g, (one) => ESCAPES[one] ?? one)
  return `${quote}${escaped.replaceAll(quote, `\\${quote}`)}${quote}`
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Of a value that Python has too. */
export function repr(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return typeof value === 'string' ? text(value) : String(value)
}

/** As Python's `str`. */
export function str(value: unknown): string {
  return typeof value === 'string' ? value : repr(value)
}

/** `['a', 'b']` */
export function keyList(keys: Iterable<string>): string {
  return `[${[...keys].map(text).join(', ')}]`
}

/** `{'a', 'b'}` */
export function keySet(keys: Iterable<string>): string {
  return `{${[...keys].map(text).join(', ')}}`
}
