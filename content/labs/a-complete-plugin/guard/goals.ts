/** Judges the lab by the books of the pool: who has what after each step, in hidden programs that bring a pool of their own. */
import { completed, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import { type Report, reportsOf } from '#src/lab/reports.ts'
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

function unlessObstructed(variant: string, judge: (reports: readonly Report[]) => Verdict): (runs: Runs) => Verdict {
  return (runs) => {
    const run = runs.variant(variant)
    const { trace, problem } = completed(run)
    if (trace === null) return isExportMissing(run) ? unmet('no-export') : problem
    const reports = reportsOf(trace.events, 'Report')
    return reports.at(-1)?.kind === 'done' ? judge(reports) : unmet('no-report')
  }
}

function isExportMissing(run: ProgramRun): boolean {
  return run.kind === 'ran' && run.trace.outcome.kind === 'failed' && run.trace.outcome.error.message === NO_EXPORT
}

/** Every worker that should have them has a connection and a folder. */
function holds(reports: readonly Report[]): Verdict {
  for (const { step, held, expected } of stepsOf(reports)) {
    const missing = expected.find((entry) => !held.includes(entry))
    if (missing !== undefined) return unmet(`missing-${step}`, split(missing))
  }
  return MET
}

/** Once a worker has gone, or the guard from it, it has nothing, and nothing has been given back twice. */
function givesBack(reports: readonly Report[]): Verdict {
  for (const { step, held, expected } of stepsOf(reports)) {
    const leaked = held.find((entry) => !expected.includes(entry))
    if (leaked !== undefined && step !== 'registered') return unmet(`leaked-${step}`, split(leaked))
    if (leaked !== undefined) return unmet('leaked-elsewhere', split(leaked))
  }
  return unlessTwice(reports)
}

/** A guard that takes the place of another has what is its own, once. */
function registeredAgain(reports: readonly Report[]): Verdict {
  const again = stepsOf(reports).filter(({ step }) => step === 'again')
  for (const { held, expected } of again) {
    for (const entry of expected) {
      const times = held.filter((one) => one === entry).length
      if (times !== 1) return unmet(times === 0 ? 'without' : 'doubled', { ...split(entry), times })
    }
  }
  return unlessTwice(reports)
}

/** The error of a failing setup reaches the client, and what setup had taken by then is given back in the end. */
function halfWay(reports: readonly Report[]): Verdict {
  const toldOf = (kind: string) => reports.find((one) => one.kind === kind)?.told ?? ''
  const [told, expected, thrown] = ['setup', 'expected', 'closing'].map(toldOf)
  if (told === '') return unmet('swallowed')
  if (told !== expected) return unmet('other-error', { told: told ?? '', expected: expected ?? '' })
  const twice = unlessTwice(reports)
  if (!twice.met) return twice
  if (thrown !== undefined && thrown !== '') return unmet('teardown-threw', { message: thrown })
  const left = reports.find(({ kind }) => kind === 'held')
  return left === undefined ? MET : unmet('leaked', split(left.entry ?? ''))
}

function unlessTwice(reports: readonly Report[]): Verdict {
  const twice = reports.find(({ kind }) => kind === 'twice')
  return twice === undefined ? MET : unmet('twice', split(twice.entry ?? ''))
}

interface Step {
  readonly step: string
  readonly held: readonly string[]
  readonly expected: readonly string[]
}

function stepsOf(reports: readonly Report[]): readonly Step[] {
  return reports.flatMap(({ kind, step = '', held = '', expected = '' }) =>
    kind === 'step' ? [{ step, held: listed(held), expected: listed(expected) }] : [],
  )
}

function listed(text: string): readonly string[] {
  return text === '' ? [] : text.split(', ')
}

function split(entry: string): { readonly worker: string; readonly what: string } {
  const [worker = '', what = ''] = entry.split(': ')
  return { worker, what }
}
