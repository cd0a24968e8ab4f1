/** Judges the lab by what the reader's walk says of hidden chains, as a hidden program reports it. */
import { completedVariant, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import { checksOf, reportsOf } from '#src/lab/reports.ts'
import type { TraceEvent } from '#src/trace/events.ts'
import type { Preview } from '#src/trace/preview.ts'

/** The files of the hidden program; every other is the reader's. */
const HIDDEN_FILES = ['main.ts', 'chains.ts']
/** What the hidden program throws where the reader's file has no such export. */
const NO_EXPORT = 'walk.ts has no export walk'

export const goals = {
  agrees: unlessObstructed(agrees),
  chain: unlessObstructed(judgeChain),
  'one-walk': unlessObstructed(judgeOneWalk),
}

/** What main.ts asked, in the order of its three questions: each idea of `instanceof` answers them differently. */
const IDEAS: Readonly<Record<string, string>> = {
  'true,true,false': 'names',
  'true,true,true': 'shape',
  'false,false,false': 'maker',
  'false,true,false': 'chain',
}

export function predict(shown: ProgramRun): string {
  if (shown.kind === 'rejected') return 'rejected'
  const asked = checksOf(shown.trace.events).filter(({ span }) => span.module === 'main.ts')
  const answers = asked.map(({ answer }) => answer).join()
  return IDEAS[answers] ?? answers
}

/** Says first what keeps every goal from being judged. How the shown program ends is the reader's affair: walk is judged by the hidden one. */
function unlessObstructed(judge: (events: readonly TraceEvent[]) => Verdict): (runs: Runs) => Verdict {
  return (runs) => {
    const { trace, problem } = completedVariant(runs, 'chains')
    // The last report: where it is missing, others may be too.
    if (trace !== null) return reportsOf(trace.events, 'OneWalk').length > 0 ? judge(trace.events) : unmet('no-report')
    return isExportMissing(runs.variant('chains')) ? unmet('no-export') : problem
  }
}

function isExportMissing(run: ProgramRun): boolean {
  return run.kind === 'ran' && run.trace.outcome.kind === 'failed' && run.trace.outcome.error.message === NO_EXPORT
}

function agrees(events: readonly TraceEvent[]): Verdict {
  const reports = reportsOf(events, 'Report')
  const wrong = reports.filter(({ answer, expected }) => answer !== expected)
  const [first] = wrong
  if (first === undefined) return MET
  const { question = '', answer = '', expected = '' } = first
  const values = { question, answer, expected, wrong: wrong.length, questions: reports.length }
  if (answer === 'true' || answer === 'false') return unmet('disagrees', values)
  return unmet(/^[a-z]+$/.test(answer) ? 'no-answer' : 'threw', values)
}

function judgeChain(events: readonly TraceEvent[]): Verdict {
  const first = reportsOf(events, 'Report').find(({ chain }) => chain !== 'right')
  if (first === undefined) return MET
  const { question = '', chain = '', length = '', walked = '' } = first
  return unmet(chain, { question, length, walked })
}

function judgeOneWalk(events: readonly TraceEvent[]): Verdict {
  const own = checksOf(events).find(({ span, value }) => !HIDDEN_FILES.includes(span.module) && !isBesideTheWalk(value))
  if (own !== undefined) return unmet('operator', { place: `${own.span.module}:${own.span.line}` })
  const [report] = reportsOf(events, 'OneWalk')
  const { answer = '', isOnChain = '' } = report ?? {}
  if (answer !== isOnChain) return unmet('two-walks', { answer, isOnChain })
  return answer === 'true' ? MET : unmet('not-walked')
}

/** A guard such as `Class instanceof Function`, or a look at a caught error: no answer about an object comes from it. */
function isBesideTheWalk({ kind }: Preview): boolean {
  return kind === 'class' || kind === 'function' || kind === 'error'
}
