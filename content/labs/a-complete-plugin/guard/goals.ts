/** Judges the lab by the books of the pool: who has what after each step, in hidden programs that bring a pool of their own. */
import { completedVariant, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import { type Report, reportsOf } from '#src/lab/reports.ts'
import type { TraceEvent } from '#src/trace/events.ts'
import { foldConsole } from '#src/trace/model/console.ts'
import { consoleText } from '#src/trace/model/preview-text.ts'

/** What a hidden program throws where the reader's file has no such export. */
const NO_EXPORT = 'guard.ts has no export Guard'
const LAST_LINE = /^all is closed: (\d+)/

export const goals = {
  holds: unlessObstructed('coming-and-going', holds),
  'gives-back': unlessObstructed('coming-and-going', givesBack),
  'registered-again': unlessObstructed('coming-and-going', registeredAgain),
  'half-way': unlessObstructed('half-way', halfWay),
}

export function predict(shown: ProgramRun): string {
  const lines = shown.kind === 'ran' ? foldConsole(shown.trace.events).map(({ event }) => consoleText(event)) : []
  const count = lines.flatMap((line) => LAST_LINE.exec(line)?.[1] ?? []).at(-1) ?? ''
  return { 0: 'none', 2: 'two', 6: 'six', 8: 'eight' }[count] ?? count
}

function unlessObstructed(
  variant: string,
  judge: (reports: readonly Report[], events: readonly TraceEvent[]) => Verdict,
): (runs: Runs) => Verdict {
  return (runs) => {
    const run = runs.variant(variant)
    const { trace, problem } = completedVariant(runs, variant)
    if (trace === null) return isExportMissing(run) ? unmet('no-export') : problem
    const reports = reportsOf(trace.events, 'Report')
    return reports.at(-1)?.kind === 'done' ? judge(reports, trace.events) : unmet('no-report')
  }
}

function isExportMissing(run: ProgramRun): boolean {
  return run.kind === 'ran' && run.trace.outcome.kind === 'failed' && run.trace.outcome.error.message === NO_EXPORT
}

/** Every worker that should have them has a connection and a folder. */
function holds(reports: readonly Report[]): Verdict {
  const missing = entriesOf(reports).find(({ times, isExpected }) => isExpected && times === 0)
  return missing === undefined ? MET : unmet(`missing-${missing.step}`, missing.whose)
}

/** Once a worker has gone, or the guard from it, it has nothing, and nothing has been given back twice. */
function givesBack(reports: readonly Report[], events: readonly TraceEvent[]): Verdict {
  const leaked = entriesOf(reports).find(({ times, isExpected }) => times > (isExpected ? 1 : 0))
  if (leaked === undefined) return first([unlessTwice(reports), unlessThrown(events)])
  return unmet(leaked.step === 'registered' ? 'leaked-elsewhere' : `leaked-${leaked.step}`, leaked.whose)
}

/** A guard that takes the place of another has what is its own, once. */
function registeredAgain(reports: readonly Report[]): Verdict {
  const again = entriesOf(reports).filter(({ step, isExpected }) => step === 'again' && isExpected)
  const wrong = again.find(({ times }) => times !== 1)
  if (wrong === undefined) return unlessTwice(reports)
  return unmet(wrong.times === 0 ? 'without' : 'doubled', { ...wrong.whose, times: wrong.times })
}

/** The error of a failing setup reaches the client, and what setup had taken by then is given back in the end. */
function halfWay(reports: readonly Report[], events: readonly TraceEvent[]): Verdict {
  const toldOf = (kind: string) => reports.find((one) => one.kind === kind)?.told ?? ''
  const [told, expected] = [toldOf('setup'), toldOf('expected')]
  if (told === '') return unmet('swallowed')
  if (told !== expected) return unmet('other-error', { told, expected })
  const left = reports.find(({ kind }) => kind === 'held')
  const leaked = left === undefined ? MET : unmet('leaked', split(left.entry ?? ''))
  return first([unlessTwice(reports), unlessThrown(events), leaked])
}

function unlessTwice(reports: readonly Report[]): Verdict {
  const twice = reports.find(({ kind }) => kind === 'twice')
  return twice === undefined ? MET : unmet('twice', split(twice.entry ?? ''))
}

function unlessThrown(events: readonly TraceEvent[]): Verdict {
  const [message] = events.flatMap((event) =>
    event.kind === 'hook-called' && event.hook === 'teardown' && event.error !== null ? [event.error.message] : [],
  )
  return message === undefined ? MET : unmet('teardown-threw', { message })
}

function first(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ met }) => !met) ?? MET
}

/** What a worker had of a thing after a step of the hidden program. */
interface Entry {
  readonly step: string
  readonly whose: Whose
  readonly times: number
  readonly isExpected: boolean
}

function entriesOf(reports: readonly Report[]): readonly Entry[] {
  return reports.flatMap(({ kind, step = '', entry = '', times, expected }) =>
    kind === 'entry' ? [{ step, whose: split(entry), times: Number(times), isExpected: expected === 'true' }] : [],
  )
}

/** Whose thing it is, and which: what a finding is filled in with. */
type Whose = Readonly<Record<'worker' | 'what', string>>

/** @param entry e.g. `worker-0: folder` */
function split(entry: string): Whose {
  const [worker = '', what = ''] = entry.split(': ')
  return { worker, what }
}
