/** Judges the lab by what its programs' checks answered. */
import { completed, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'

export const goals = { 'is-one': isOne, 'strangers-out': strangersOut }

export function predict(shown: ProgramRun): string {
  return answersOf(shown).includes(true) ? 'yes' : 'no'
}

function isOne({ shown, variant }: Runs): Verdict {
  for (const run of [shown, variant('another')]) {
    const { problem } = completed(run)
    if (problem !== null) return problem
    if (!answersOf(run).includes(true)) return unmet('refused')
  }
  return MET
}

function strangersOut({ variant }: Runs): Verdict {
  const run = variant('stranger')
  const { problem } = completed(run)
  return problem ?? (answersOf(run).includes(true) ? unmet('let-in') : MET)
}

function answersOf(run: ProgramRun): readonly boolean[] {
  if (run.kind === 'rejected') return []
  return run.trace.events.flatMap((event) => (event.kind === 'instanceof-checked' ? [event.answer] : []))
}
