/** Reads the command line of `npm test`. */
import { parseArgs } from 'node:util'

export type TestOptions =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly only: readonly string[] }
  | { readonly kind: 'mistake'; readonly message: string }

export function parseTestOptions(args: readonly string[], known: readonly string[]): TestOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help === true) return { kind: 'help' }
    const only = (values.only ?? []).flatMap((list) => list.split(',')).map((name) => name.trim())
    const unknown = only.find((name) => !known.includes(name))
    if (unknown === undefined) return { kind: 'run', only: only.length === 0 ? known : only }
    return { kind: 'mistake', message: `--only: there is no part "${unknown}". The parts are ${known.join(', ')}.` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'mistake', message: `${reason}\nSee npm test -- --help.` }
  }
}
