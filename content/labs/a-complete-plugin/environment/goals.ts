/** Judges the lab by the environment of workers: what each has as it starts, after the settings came, were replaced, and went. */
import { completedVariant, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import { type Report, reportsOf } from '#src/lab/reports.ts'
import { foldConsole } from '#src/trace/model/console.ts'
import { consoleText } from '#src/trace/model/preview-text.ts'

/** What a hidden program throws where the reader's file has no such export. */
const NO_EXPORT = 'settings.ts has no export Settings'
/** The hidden workers that are there before the settings. */
const RUNNING = ['worker-0', 'worker-1']
/** The hidden worker that joins when the settings are there. */
const LATE = 'worker-2'

export const goals = {
  running: unlessObstructed('starts', running),
  'every-start': unlessObstructed('starts', everyStart),
  'put-back': unlessObstructed('put-back', (reports) => asExpected(reports, 'removed')),
  replaced: unlessObstructed('put-back', (reports) => asExpected(reports, 'replaced')),
}

/** Which of the two workers has the variable, once it is registered: each idea has its own answer. */
export function predict(shown: ProgramRun): string {
  const lines = shown.kind === 'ran' ? foldConsole(shown.trace.events).map(({ event }) => consoleText(event)) : []
  const line = lines.find((one) => one.startsWith('registered:')) ?? ''
  const has = (worker: string) => line.includes(`${worker}: "1"`)
  if (has('worker-0')) return 'both'
  return has('worker-1') ? 'late' : 'none'
}

function unlessObstructed(variant: string, judge: (reports: readonly Report[]) => Verdict): (runs: Runs) => Verdict {
  return (runs) => {
    const run = runs.variant(variant)
    const { trace, problem } = completedVariant(runs, variant)
    if (trace === null) return isExportMissing(run) ? unmet('no-export') : problem
    const reports = reportsOf(trace.events, 'Report')
    // Whoever restarts workers in teardown does so after the last report, too.
    return reports.some(({ kind }) => kind === 'done') ? judge(reports) : unmet('no-report')
  }
}

function isExportMissing(run: ProgramRun): boolean {
  return run.kind === 'ran' && run.trace.outcome.kind === 'failed' && run.trace.outcome.error.message === NO_EXPORT
}

/** Workers that were there before have the variables, and had them as they started. */
function running(reports: readonly Report[]): Verdict {
  return first([
    wrongOf(reports, { kind: 'now', step: 'registered', finding: 'without' }),
    ...RUNNING.map((worker) => unlessNotRestarted(reports, worker)),
    wrongOf(reports, { kind: 'start', step: 'registered', finding: 'too-late' }),
  ])
}

/** What a program has read as it started does not change with its environment. */
function unlessNotRestarted(reports: readonly Report[], worker: string): Verdict {
  const isAnew = reports.some((one) => one.kind === 'start' && one.step === 'registered' && one.worker === worker)
  return isAnew ? MET : unmet('not-restarted', { worker })
}

/** So do workers that join later, and all after a restart. */
function everyStart(all: readonly Report[]): Verdict {
  const reports = all.filter(({ step, worker }) => step !== 'joined' || worker === LATE)
  return first(
    ['joined', 'restarted'].flatMap((step) => [
      wrongOf(reports, { kind: 'now', step, finding: `without-${step}` }),
      wrongOf(reports, { kind: 'start', step, finding: 'too-late' }),
    ]),
  )
}

interface Asked {
  readonly kind: string
  readonly step: string
  readonly finding: string
}

function wrongOf(reports: readonly Report[], { kind, step, finding }: Asked): Verdict {
  const expected = reports.find((one) => one.kind === 'expected')?.seen ?? ''
  const asked = reports.filter((one) => one.kind === kind && one.step === step)
  if (asked.length === 0 && kind === 'now') return unmet('no-report')
  const wrong = asked.find(({ seen }) => seen !== expected)
  return wrong === undefined ? MET : unmet(finding, { worker: wrong.worker ?? '', expected })
}

function asExpected(reports: readonly Report[], step: string): Verdict {
  const asked = reports.filter((one) => one.kind === 'now' && one.step === step)
  if (asked.length === 0) return unmet('no-report')
  const wrong = asked.find(({ seen, expected }) => seen !== expected)
  if (wrong === undefined) return MET
  const { name = '', seen = '', expected = '' } = wrong
  if (expected === '') return unmet('left-behind', { name, seen })
  return seen === '' ? unmet('lost', { name, expected }) : unmet('other-value', { name, seen, expected })
}

function first(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ met }) => !met) ?? MET
}
