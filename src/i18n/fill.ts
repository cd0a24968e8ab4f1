/** Fills the `{name}` places of an interface text. */

/** @throws Error where the text has a place that no value is given for: a mistake of ours that must not reach a reader as "{name}". */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_place, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The text "${text}" has a place {${name}} and no value for it.`)
    return String(value)
  })
}
