/** Puts into words what a goal found instead of what it asked for. */
import { fill } from '../fill.ts'
import type { LabStrings } from './en.ts'

/** A finding by name, with the values of its places. */
interface Finding {
  readonly seen: string
  readonly values: Readonly<Record<string, string | number>>
}

/**
 * @param own the lab's own words, by finding: they come first; what any lab can find has words in common
 * @throws Error where nobody has words for the finding: an author forgot them
 */
export function findingText(
  { seen, values }: Finding,
  own: Readonly<Record<string, string>>,
  strings: LabStrings,
): string {
  const common: Readonly<Record<string, string>> = {
    'not-bundled': strings.seenNotBundled,
    stopped: strings.seenStopped,
    crashed: strings.seenCrashed,
    'hidden-not-bundled': strings.seenHiddenNotBundled,
    'private-field': strings.seenPrivateField,
  }
  const words = own[seen] ?? common[seen]
  if (words === undefined) {
    throw new Error(`The finding "${seen}" has no text. Add it under "unmet" in the lab's text files.`)
  }
  return fill(words, values)
}
