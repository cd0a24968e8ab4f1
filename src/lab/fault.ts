/** What is wrong with data from outside, and where. Its words are the interface's, in the reader's language. */
import { z } from 'zod'

/** The rules of our own, in the words that authors of content read. */
export const RULES = {
  path: 'a path of letters, digits, ".", "-", "_", "@", "+", with "/" between folders',
  'long-path': 'a path that is not as long',
  'path-steps': 'a path without "." and ".." as a step',
  'path-name': 'a path that is no name of every object’s own',
  target: 'a relative path, with "/" between folders',
  'target-inside': 'targets inside the project',
  condition: 'a name of letters and digits',
  package: 'a name as an import has it, e.g. "kit" or "@scope/kit"',
  'alias-target': 'a package or a path',
  external: 'a specifier, with at most one "*"',
  'many-aliases': 'not as many aliases',
  'many-files': 'not as many files',
  'many-links': 'not as many links',
  'long-file': 'a file that is not as long',
  'much-text': 'not as much text',
  version: 'a version, e.g. 2024.7.1',
  entry: 'one of the files',
  clash: 'no path twice, and none inside a file or a link',
  'work-id': 'lab:<lesson>/<lab>@<revision> or playground:<id>',
  line: 'letters, digits, ".", "-", "_"',
  key: 'not that of the record',
} as const

export type FaultKind = keyof typeof RULES | 'type' | 'too-large' | 'unknown-key' | 'other'

export interface Fault {
  /** E.g. `project.files["main.ts"]`; empty for the whole. */
  readonly place: string
  readonly kind: FaultKind
  /** What a kind says more of: the type that is wanted, the limit, the key. */
  readonly detail: string
}

/** As long as what it is shown in has room for. */
const LONGEST = 150

/** The first of the faults. */
export function faultOf({ issues: [issue] }: z.ZodError): Fault {
  if (issue === undefined) return { place: '', kind: 'other', detail: '' }
  return { place: z.core.toDotPath(issue.path).slice(0, LONGEST), ...whatOf(issue) }
}

function whatOf(issue: z.core.$ZodIssue): Omit<Fault, 'place'> {
  switch (issue.code) {
    case 'invalid_type':
      return { kind: 'type', detail: issue.expected }
    case 'too_big':
      return { kind: ruleOf(issue.message) ?? 'too-large', detail: String(issue.maximum) }
    case 'unrecognized_keys':
      return { kind: 'unknown-key', detail: (issue.keys[0] ?? '').slice(0, LONGEST) }
    case 'invalid_key': {
      // The rule that a name breaks lies one level deeper.
      const [inner] = issue.issues
      return inner === undefined ? { kind: 'other', detail: '' } : whatOf(inner)
    }
    default:
      return { kind: ruleOf(issue.message) ?? 'other', detail: '' }
  }
}

function ruleOf(message: string): keyof typeof RULES | null {
  return RULE_NAMES.find((name) => RULES[name] === message) ?? null
}

// The keys of a literal object are its own type's.
const RULE_NAMES = Object.keys(RULES) as readonly (keyof typeof RULES)[]
