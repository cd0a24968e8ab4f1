/** Build settings as a reader writes them, one a line, and back. */

export function toLines(values: readonly string[]): string {
  return values.join('\n')
}

export function fromLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function toAliasLines(alias: Readonly<Record<string, string>>): string {
  return toLines(Object.entries(alias).map(([name, target]) => `${name} = ${target}`))
}

/** A line without an equals sign is an alias without a target, which no check lets pass. */
export function fromAliasLines(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fromLines(text).map((line) => {
      const [name = '', target = ''] = line.split(/=(.*)/s)
      return [name.trim(), target.trim()]
    }),
  )
}
