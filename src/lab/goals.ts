/** What a goal is: a judgement of what the runs did, never of what the text says. */
import type { Diagnostic } from '../bundler/bundle-types.ts'
import type { Trace } from '../trace/events.ts'

/** What became of one program: it ran, or it could not be bundled. */
export type ProgramRun =
  | { readonly kind: 'ran'; readonly trace: Trace }
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] }

/** Everything a goal may look at: the shown program's run and those of the hidden variants. */
export interface Runs {
  readonly shown: ProgramRun
  /** Throws for a variant that the lab does not have: that is the author's mistake, not the reader's. */
  readonly variant: (name: string) => ProgramRun
}

/** `seen` names what was found instead: a key of the goal's `unmet` texts, filled in with `values`. */
export type Verdict =
  | { readonly met: true }
  | { readonly met: false; readonly seen: string; readonly values: Readonly<Record<string, string | number>> }

export const MET: Verdict = { met: true }

export function unmet(seen: string, values: Readonly<Record<string, string | number>> = {}): Verdict {
  return { met: false, seen, values }
}

/** The exports of a lab's `goals.ts`. */
export interface LabJudge {
  /** A check for each goal that `lab.yaml` lists, by name. */
  readonly goals: Readonly<Record<string, (runs: Runs) => Verdict>>
  /** The option of the prediction that the run of the untouched program shows to be right. */
  readonly predict: (shown: ProgramRun) => string
}

type Completed = { readonly trace: Trace; readonly problem: null } | { readonly trace: null; readonly problem: Verdict }

/** The trace of a run that came to its end, or the finding that says why there is none; every lab's texts have these findings in common. */
export function completed(run: ProgramRun): Completed {
  if (run.kind === 'rejected') return { trace: null, problem: unmet('not-bundled', firstOf(run)) }
  const { outcome } = run.trace
  if (outcome.kind === 'stopped') return { trace: null, problem: unmet('stopped') }
  if (outcome.kind === 'failed') return { trace: null, problem: crashed(outcome.error) }
  return { trace: run.trace, problem: null }
}

/** The same of a hidden program: what cannot be bundled there may well be bundled where the reader sees it. */
export function completedVariant({ shown, variant }: Runs, name: string): Completed {
  const run = variant(name)
  const isHiddenOnly = run.kind === 'rejected' && shown.kind === 'ran'
  return isHiddenOnly ? { trace: null, problem: unmet('hidden-not-bundled', firstOf(run)) } : completed(run)
}

/** What a program died of. A copy of a plugin has no `#private` fields, and how engines say so helps nobody. */
export function crashed({ name, message }: { readonly name: string; readonly message: string }): Verdict {
  return unmet(name === 'TypeError' && OF_A_COPY.test(message) ? 'private-field' : 'crashed', {
    message: `${name}: ${message}`,
  })
}

/** V8 on fields and on methods, Firefox on both. */
const OF_A_COPY = /private (?:member|field)|^Receiver must be an instance of class/

function firstOf({ diagnostics }: Extract<ProgramRun, { kind: 'rejected' }>): { readonly message: string } {
  return { message: diagnostics[0]?.text ?? '' }
}
