/** Judges the lab by the readings that arrive at the scheduler: one for each run of a task, with its time, whichever way the worker has gone. */
import { completed, completedVariant, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import { type Report, reportsOf } from '#src/lab/reports.ts'
import type { ConsoleTable, TraceEvent } from '#src/trace/events.ts'
import { previewText } from '#src/trace/model/preview-text.ts'
import type { Preview } from '#src/trace/preview.ts'

/** What a hidden program throws where the reader's file has no such export. */
const NO_EXPORT = 'monitor.ts has no export Monitor'

export const goals = {
  'all-arrive': unlessObstructed('leaving', allArrive),
  durations: unlessObstructed('leaving', durations),
  'failed-too': unlessObstructed('failing', failedToo),
  drawn,
}

export function predict(shown: ProgramRun): string {
  const sent = shown.kind === 'ran' ? rowsOf(tablesOf(shown.trace.events).at(-1)) : []
  return { 0: 'none', 3: 'three', 4: 'four', 7: 'seven' }[sent.length] ?? String(sent.length)
}

function unlessObstructed(variant: string, judge: (reports: readonly Report[]) => Verdict): (runs: Runs) => Verdict {
  return (runs) => {
    const run = runs.variant(variant)
    const { trace, problem } = completedVariant(runs, variant)
    if (trace === null) return isExportMissing(run) ? unmet('no-export') : problem
    const reports = reportsOf(trace.events, 'Report')
    return reports.at(-1)?.kind === 'done' ? judge(reports) : unmet('no-report')
  }
}

function isExportMissing(run: ProgramRun): boolean {
  return run.kind === 'ran' && run.trace.outcome.kind === 'failed' && run.trace.outcome.error.message === NO_EXPORT
}

/** Once a worker has gone some way, all that it ran before has arrived, and nothing has arrived twice. */
function allArrive(reports: readonly Report[]): Verdict {
  for (const [index, { kind, way = '', worker = '' }] of reports.entries()) {
    if (kind !== 'left') continue
    const arrived = reports.filter((one) => one.kind === 'arrived' && one.way === way)
    const ran = reports.slice(0, index).filter((one) => one.kind === 'ran')
    for (const { task = '' } of ran.filter((one) => one.worker === worker)) {
      const readings = arrived.filter((one) => one.task === task)
      const [reading] = readings
      if (reading === undefined) return unmet(`missing-${way}`, { task, worker })
      if (readings.length > 1) return unmet('twice', { task, times: readings.length })
      if (reading.worker !== worker) return unmet('other-worker', { task, worker, said: reading.worker ?? '' })
    }
    const stranger = arrived.find(({ task }) => ran.every((one) => one.task !== task))
    if (stranger !== undefined) return unmet('stranger', { task: stranger.task ?? '' })
  }
  return MET
}

function durations(reports: readonly Report[]): Verdict {
  const ran = new Map(reports.flatMap(({ kind, task = '', ms = '' }) => (kind === 'ran' ? [[task, ms]] : [])))
  const arrived = reports.filter(({ kind }) => kind === 'arrived')
  if (arrived.length === 0) return unmet('none')
  for (const { task = '', ms = '' } of arrived) {
    const expected = ran.get(task)
    if (expected !== undefined && !isSameTime(ms, expected)) return unmet('wrong', { task, ms, expected })
  }
  return MET
}

function failedToo(reports: readonly Report[]): Verdict {
  for (const task of ['fails', 'tried-again']) {
    const timesOf = (kind: string) => reports.flatMap((one) => (one.kind === kind && one.task === task ? [one.ms] : []))
    const [ran, arrived] = [timesOf('ran'), timesOf('arrived')]
    if (arrived.length === 0) return unmet('missing', { task })
    if (arrived.length !== ran.length) return unmet('tries', { task, times: arrived.length, tries: ran.length })
    if (!arrived.every((ms = '', place) => isSameTime(ms, ran[place] ?? '')))
      return unmet('wrong', { task, ms: arrived.join(', '), expected: ran.join(', ') })
  }
  return MET
}

/** The clock counts seconds in binary fractions: who does not round is as right as who does. */
function isSameTime(ms: string, expected: string): boolean {
  return ms !== '' && Math.abs(Number(ms) - Number(expected)) < 0.5
}

/** The shown program prints a table that can be drawn, with a row for each run of a task. */
function drawn({ shown }: Runs): Verdict {
  const { trace, problem } = completed(shown)
  if (trace === null) return problem
  const ran = trace.events.flatMap((event) =>
    event.kind === 'task-transition' && event.process !== 'scheduler' && event.start === 'executing' ? [event.key] : [],
  )
  const verdicts = tablesOf(trace.events).map((table) => judgeTable(table, ran))
  return verdicts.find(({ met }) => met) ?? verdicts.at(-1) ?? unmet('no-table')
}

function judgeTable(table: ConsoleTable, ran: readonly string[]): Verdict {
  const rows = rowsOf(table)
  const count = rows.length + table.omittedRows
  const isNamed = ran.every((task) => rows.some((row) => row.includes(task)))
  if (count !== ran.length || !(isNamed || table.omittedRows > 0))
    return unmet('rows', { rows: count, tasks: ran.length })
  return rows.every(([, ...cells]) => cells.some((cell) => /^\d+(\.\d+)?$/.test(cell))) ? MET : unmet('no-numbers')
}

function tablesOf(events: readonly TraceEvent[]): readonly ConsoleTable[] {
  return events.filter((event) => event.kind === 'console-table')
}

/** Each row as text: its key, its cells, and what it is itself where it has no cells. */
function rowsOf(table: ConsoleTable | undefined): readonly (readonly string[])[] {
  const rows = table?.rows ?? []
  return rows.map(({ key, cells, value }) => [key, ...cells.map(textOf), textOf(value)])
}

function textOf(cell: Preview | null): string {
  if (cell === null) return ''
  return cell.kind === 'primitive' ? cell.text : previewText(cell)
}
