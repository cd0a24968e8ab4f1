/** Puts the state of a lab into one line of words, for the status that is read out. */
import type { Diagnostic } from '../../bundler/bundle-types.ts'
import { fill } from '../../i18n/fill.ts'
import type { LabStrings } from '../../i18n/lab/en.ts'
import type { LabState } from '../../lab/session.ts'
import { DEFAULT_LIMITS } from '../../runner/protocol.ts'
import type { Outcome } from '../../trace/events.ts'

export function summarize(state: LabState, strings: LabStrings): string {
  const { phase } = state
  switch (phase.kind) {
    case 'idle':
      return strings.statusIdle
    case 'loading':
      return strings.statusLoading
    case 'bundling':
      return strings.statusBundling
    case 'running':
      return strings.statusRunning
    case 'judging':
      return strings.statusJudging
    case 'rejected':
      return state.isEdited ? strings.statusEdited : rejection(phase.diagnostics, strings)
    case 'settled':
      return state.isEdited ? strings.statusEdited : settlement(phase.outcome, state, strings)
    case 'broken':
      return fill(strings.statusBroken, { message: phase.message })
  }
}

function rejection(diagnostics: readonly Diagnostic[], strings: LabStrings): string {
  const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0]
  const place = first?.at ? `${first.at.file}:${first.at.line}:${first.at.column}` : ''
  return fill(strings.statusRejected, { place, message: first?.text ?? '' })
}

function settlement(outcome: Outcome, { verdicts }: LabState, strings: LabStrings): string {
  const count = { met: verdicts.filter(({ verdict }) => verdict.met).length, all: verdicts.length }
  switch (outcome.kind) {
    case 'completed':
      if (count.all === 0) return strings.statusFinished
      return fill(strings.statusCompleted, count)
    case 'failed':
      if (count.all === 0) return fill(strings.statusEndedBy, { error: outcome.error.name })
      return fill(strings.statusFailed, { ...count, error: outcome.error.name })
    case 'stopped':
      return outcome.by === 'reader'
        ? strings.statusStoppedByReader
        : fill(strings.statusStoppedByWatchdog, { seconds: DEFAULT_LIMITS.time / 1000 })
  }
}
