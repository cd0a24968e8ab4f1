/** Judges the lab by what its runs did: which plugin got in, through which door, where it ran, and who was kept out. */
import {
  completed,
  completedVariant,
  crashed,
  MET,
  type ProgramRun,
  type Runs,
  unmet,
  type Verdict,
} from '#src/lab/goals.ts'
import type { ClassId, Dispatched, HookCalled, PluginRegistered, Trace, TraceEvent } from '#src/trace/events.ts'
import { type ClassesModel, type ClassInfo, foldClasses } from '#src/trace/model/classes.ts'
import type { ErrorReport } from '#src/trace/preview.ts'

const REFUSAL =
  'Registering duck-typed plugins is not allowed. Please inherit from NannyPlugin, WorkerPlugin, or SchedulerPlugin to create a plugin.'
/** Where the classes in the table of `registerPlugin` are made. */
const CANONICAL = 'node_modules/distributed/diagnostics/plugin.ts'
/** The file that a hidden program replaces by a duck. */
const PLUGIN_FILE = 'monitor.ts'
/** Of the shown program and of the hidden ones, which make their strangers in it. Every other file of the project is the reader's. */
const MAIN_FILE = 'main.ts'
/** What a hidden program throws where the reader's file has no such export. */
const NO_EXPORT = 'monitor.ts has no export TaskMonitor'

export const goals = {
  registers: unlessObstructed(registers),
  'setup-once': unlessObstructed(setupOnce),
  'duck-refused': unlessObstructed(duckRefused),
}

export function predict(shown: ProgramRun): string {
  if (shown.kind === 'rejected') return 'no-module'
  const { events } = shown.trace
  if (dispatches(events).some(({ chosen }) => chosen === null)) return 'refused'
  return events.some((event) => event.kind === 'hook-called' && event.error !== null) ? 'on-workers' : 'accepted'
}

/** Runs that have a trace, the shown program's and the hidden ones'. */
interface Traces {
  readonly shown: Trace
  readonly hidden: (variant: string) => Trace
}

/** Says first what keeps every goal from being judged: a program that is no program, or does not end, or has no `TaskMonitor`. */
function unlessObstructed(judge: (traces: Traces) => Verdict): (runs: Runs) => Verdict {
  return (runs) => {
    const { shown, variant } = runs
    for (const run of [shown, variant('four-workers')]) {
      const isTraced = run.kind === 'ran' && run.trace.outcome.kind !== 'stopped'
      if (!isTraced) return (run === shown ? completed(run) : completedVariant(runs, 'four-workers')).problem ?? MET
      const { outcome } = run.trace
      if (outcome.kind === 'failed' && outcome.error.message === NO_EXPORT) return unmet('no-export')
    }
    return judge({ shown: traceOf(shown), hidden: (name) => traceOf(variant(name)) })
  }
}

/** A program that could not be bundled did nothing. */
function traceOf(run: ProgramRun): Trace {
  return run.kind === 'ran' ? run.trace : { events: [], outcome: { kind: 'completed' } }
}

function registers({ shown, hidden }: Traces): Verdict {
  const here = judgeDoor(shown)
  if (!here.met) return here
  // The hidden program offers one plugin. Where that is refused, whatever else is reported is made up.
  const there = hidden('four-workers')
  return explainRefused(there) ?? judgeDoor(there)
}

function explainRefused({ events }: Trace): Verdict | null {
  const classes = foldClasses(events)
  const refused = dispatches(events).find(({ hops, chosen }) => chosen === null && isReaders(hops[0]?.class, classes))
  return refused === undefined ? null : explainRefusal(refused, classes)
}

function judgeDoor(trace: Trace): Verdict {
  const { events, outcome } = trace
  const classes = foldClasses(events)
  const asked = dispatches(events)
  const seats = registrations(events).filter(({ process }) => process === 'scheduler')
  const mine = seatOf(events, classes)
  if (mine !== undefined && isInOrder(mine, asked, classes)) return MET
  const refused = explainRefused(trace)
  if (refused !== null) return refused

  const last = asked.at(-1)
  if (mine === undefined) {
    if (last?.chosen === null) return explainRefusal(last, classes)
    // The table let it in for what it said of its class, and then Dask could not pickle it.
    if (last !== undefined && seats.length === 0) return unmet('not-for-its-class')
    if (last !== undefined) return unmet('not-yours', { plugin: last.hops[0]?.label ?? '' })
    return outcome.kind === 'failed' ? crashed(outcome.error) : unmet('not-asked')
  }
  if (mine.via !== 'registerPlugin') return unmet('old-door', { method: mine.via ?? '' })
  return mine.pluginKind === 'worker' ? unmet('not-for-its-class') : unmet('other-kind', { kind: mine.pluginKind })
}

/** The seat of the reader's monitor: of several plugins, the one that is in order, or else came nearest to it. */
function seatOf(events: readonly TraceEvent[], classes: ClassesModel): PluginRegistered | undefined {
  const asked = dispatches(events)
  const own = registrations(events).filter((seat) => seat.process === 'scheduler' && isReaders(seat.class, classes))
  const inOrder = own.find((seat) => isInOrder(seat, asked, classes))
  return inOrder ?? own.find(({ via }) => via === 'registerPlugin') ?? own[0]
}

function isInOrder(seat: PluginRegistered, asked: readonly Dispatched[], classes: ClassesModel): boolean {
  const isWorkers = seat.via === 'registerPlugin' && seat.pluginKind === 'worker'
  return isWorkers && asked.some((dispatch) => isHonest(dispatch, seat.class, classes))
}

/** The dispatch saw the plugin's own class, and found the canonical WorkerPlugin on its chain. */
function isHonest({ hops, chosen }: Dispatched, plugin: ClassId | null, { byId }: ClassesModel): boolean {
  const found = chosen === null ? undefined : byId.get(chosen)
  return hops[0]?.class === plugin && found?.name === 'WorkerPlugin' && found.module === CANONICAL
}

function explainRefusal({ value, hops, arms }: Dispatched, { byId }: ClassesModel): Verdict {
  if (value.kind === 'class') return unmet('class-given', { name: value.name })
  const labels = hops.map(({ class: id, label }) => {
    const info = byId.get(id)
    return info !== undefined && info.twins > 1 ? `${label} #${info.ordinal}` : label
  })
  const chain = labels.join(' → ')
  const moduleOf = (id: ClassId) => (byId.get(id)?.module ?? '').replace(/^node_modules\//, '')
  for (const { class: yours, label: name } of hops) {
    const theirs = arms.find((arm) => arm.label === name && arm.class !== yours)?.class
    if (theirs !== undefined) return unmet('twin', { chain, name, yours: moduleOf(yours), theirs: moduleOf(theirs) })
  }
  return unmet('no-base', { chain })
}

function setupOnce({ shown, hidden }: Traces): Verdict {
  const here = judgeSetups(shown)
  if (!here.met) return here
  const there = judgeSetups(hidden('four-workers'))
  return !there.met && there.seen === 'crashed' ? unmet('hidden-crashed', there.values) : there
}

function judgeSetups({ events, outcome }: Trace): Verdict {
  const classes = foldClasses(events)
  const mine = seatOf(events, classes)?.class
  const setups = hookCalls(events).filter(
    ({ hook, pluginKind, class: id }) =>
      hook === 'setup' && pluginKind === 'worker' && (mine === undefined ? isReaders(id, classes) : id === mine),
  )
  const starts = Map.groupBy(workerStarts(events), (worker) => worker)
  const values = { workers: starts.size }
  const thrown = setups.find(({ error }) => error !== null)
  if (thrown?.error) return explainThrown(thrown.error, thrown.process)
  if (outcome.kind === 'failed') return crashed(outcome.error)
  if (setups.length === 0) return unmet('never', values)
  for (const [worker, { length }] of starts) {
    const times = setups.filter(({ process }) => process === worker).length
    if (times === 0) return unmet('missing', { ...values, worker })
    // A worker that was restarted is a new one under the old name.
    if (times > length) return unmet('repeated', { ...values, worker, times })
  }
  return MET
}

function explainThrown(error: ErrorReport, worker: string): Verdict {
  const verdict = crashed(error)
  return !verdict.met && verdict.seen === 'crashed' ? unmet('threw', { worker, message: error.message }) : verdict
}

function duckRefused({ hidden }: Traces): Verdict {
  const verdicts = [
    judgeStranger(hidden('duck'), 'Duck'),
    judgeStranger(hidden('namesake'), 'Namesake'),
    judgeReplacement(hidden('duck-in-its-place')),
  ]
  return verdicts.find(({ met }) => !met) ?? MET
}

/** The hidden program ends with the refusal of its stranger, or else something let the stranger in. */
function judgeStranger({ events, outcome }: Trace, stranger: string): Verdict {
  const classes = foldClasses(events)
  if (outcome.kind === 'stopped') return unmet('stopped')
  if (gotIn(MAIN_FILE, events, classes)) return unmet('let-in', { stranger })
  if (outcome.kind === 'completed') return unmet('no-error', { stranger })
  const isRefused = dispatches(events).some(({ chosen, hops }) => chosen === null && hops[0]?.label === stranger)
  const { message } = outcome.error
  return isRefused && message === REFUSAL ? MET : unmet('other-error', { stranger, message })
}

/** The reader's own program, given a duck where its plugin was. It may end in any way, but the duck stays out. */
function judgeReplacement({ events }: Trace): Verdict {
  return gotIn(PLUGIN_FILE, events, foldClasses(events)) ? unmet('let-in-here') : MET
}

/** Whether a plugin whose class a file made took a seat anywhere, or was called. */
function gotIn(file: string, events: readonly TraceEvent[], classes: ClassesModel): boolean {
  return [...registrations(events), ...hookCalls(events)].some(({ class: id }) => isFrom(file, id, classes))
}

/** Whether a class, or a base of it, was made in one of the reader's files, whatever they have called it. */
function isReaders(id: ClassId | null | undefined, { byId }: ClassesModel): boolean {
  return lineage(id, byId).some(({ file }) => file !== null && file !== MAIN_FILE && !file.startsWith('node_modules/'))
}

/** Whether a file of the project made a class, or a base of it. */
function isFrom(file: string, id: ClassId | null, { byId }: ClassesModel): boolean {
  return lineage(id, byId).some((one) => one.file === file)
}

/** A class and its bases. */
function lineage(id: ClassId | null | undefined, byId: ClassesModel['byId']): readonly ClassInfo[] {
  const info = id == null ? undefined : byId.get(id)
  return [id, ...(info?.chain ?? [])].flatMap((one) => (one == null ? [] : (byId.get(one) ?? [])))
}

function dispatches(events: readonly TraceEvent[]): readonly Dispatched[] {
  return events.filter((event) => event.kind === 'dispatched').filter((event) => event.function === 'registerPlugin')
}

function registrations(events: readonly TraceEvent[]): readonly PluginRegistered[] {
  return events.flatMap((event) => (event.kind === 'plugin-registered' ? [event] : []))
}

function hookCalls(events: readonly TraceEvent[]): readonly HookCalled[] {
  return events.filter((event) => event.kind === 'hook-called')
}

/** The name of each worker, once for each time that one was started under it. */
function workerStarts(events: readonly TraceEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'message-sent' && event.op === 'register-worker' ? [event.from] : [],
  )
}
