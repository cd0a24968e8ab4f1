/** Judges the lab by what its runs did: through which method each plugin came in, for which class, and which events it heard where. */
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
import { checksOf } from '#src/lab/reports.ts'
import type {
  ClassId,
  Dispatched,
  HookCalled,
  PluginKind,
  PluginRegistered,
  Trace,
  TraceEvent,
} from '#src/trace/events.ts'
import { type ClassesModel, type ClassInfo, foldClasses } from '#src/trace/model/classes.ts'
import { previewText } from '#src/trace/model/preview-text.ts'

const REFUSAL =
  'Registering duck-typed plugins is not allowed. Please inherit from NannyPlugin, WorkerPlugin, or SchedulerPlugin to create a plugin.'
/** Where the classes in the table of `registerPlugin` are made. */
const CANONICAL = 'node_modules/distributed/diagnostics/plugin.ts'
/** In the order in which a hidden program says which class is which. */
const LEDGER = { file: 'ledger.ts', name: 'Ledger', kind: 'scheduler', base: 'SchedulerPlugin' } as const
const MONITOR = { file: 'monitor.ts', name: 'TaskMonitor', kind: 'worker', base: 'WorkerPlugin' } as const
const PLUGINS = [LEDGER, MONITOR] as const
/** The hidden program that says it. */
const NAMING = 'five-tasks'
/** The file of the hidden programs that makes their strangers. */
const HIDDEN_FILE = 'main.ts'
const NO_EXPORT = /^(\w+\.ts) has no export (\w+)$/

type Expected = (typeof PLUGINS)[number]

/** A plugin of the reader's, in whichever file its class is made. */
type Plugin = Expected & { readonly isOwn: (id: ClassId | null | undefined, classes: ClassesModel) => boolean }

export const goals = {
  migrated: unlessObstructed((traces) => inBoth(traces, judgeDoors)),
  'no-deprecation': unlessObstructed(noDeprecation),
  'right-side': unlessObstructed((traces) => inBoth(traces, judgeSides)),
  'duck-refused': unlessObstructed(duckRefused),
}

export function predict(shown: ProgramRun): string {
  if (shown.kind === 'rejected') return 'both-refused'
  const { events, outcome } = shown.trace
  const classes = foldClasses(events)
  const isSeated = ({ file }: Expected) => seats(events).some((seat) => isFrom(file, seat.class, classes))
  if (!isSeated(MONITOR)) return 'both-refused'
  if (!isSeated(LEDGER) || outcome.kind === 'failed') return 'ledger-refused'
  const isOpened = hookCalls(events).some(({ hook, class: id }) => hook === 'start' && isFrom(LEDGER.file, id, classes))
  return isOpened ? 'both-work' : 'ledger-silent'
}

/** Runs that have a trace, the shown program's and the hidden ones'. */
interface Traces {
  readonly shown: Trace
  readonly hidden: (variant: string) => Trace
}

/** Says first what keeps every goal from being judged: a program that is no program, or does not end, or lacks a plugin. */
function unlessObstructed(judge: (traces: Traces) => Verdict): (runs: Runs) => Verdict {
  return (runs) => {
    const { shown, variant } = runs
    for (const run of [shown, variant(NAMING)]) {
      const isTraced = run.kind === 'ran' && run.trace.outcome.kind !== 'stopped'
      if (!isTraced) return (run === shown ? completed(run) : completedVariant(runs, NAMING)).problem ?? MET
      const { outcome } = run.trace
      const [, file, name] = (outcome.kind === 'failed' && NO_EXPORT.exec(outcome.error.message)) || []
      if (file !== undefined && name !== undefined) return unmet('no-export', { file, name })
    }
    return judge({ shown: traceOf(shown), hidden: (name) => traceOf(variant(name)) })
  }
}

/** A program that could not be bundled did nothing. */
function traceOf(run: ProgramRun): Trace {
  return run.kind === 'ran' ? run.trace : { events: [], outcome: { kind: 'completed' } }
}

function first(verdicts: readonly Verdict[]): Verdict {
  return verdicts.find(({ met }) => !met) ?? MET
}

function inBoth({ shown, hidden }: Traces, judge: (trace: Trace, plugins: readonly Plugin[]) => Verdict): Verdict {
  const plugins = pluginsOf(hidden(NAMING).events)
  return first([judge(shown, plugins), judge(hidden(NAMING), plugins)])
}

/** The hidden program asks `instanceof` of each plugin and its class, so its checks say which class is which. */
function pluginsOf(naming: readonly TraceEvent[]): readonly Plugin[] {
  const classes = foldClasses(naming)
  const named = checksOf(naming).filter(({ span }) => span.module === HIDDEN_FILE)
  return PLUGINS.map((expected, place): Plugin => {
    const target = lineage(named[place]?.target, classes)
    const made = target.map(placeOf).join()
    const isTold = target.some(({ file }) => file !== null && !file.startsWith('node_modules/'))
    if (!isTold) return { ...expected, isOwn: (id, known) => isFrom(expected.file, id, known) }
    const isSame = (line: readonly ClassInfo[]) => line.map(placeOf).join() === made
    return { ...expected, isOwn: (id, known) => lineage(id, known).some((_, at, line) => isSame(line.slice(at))) }
  })
}

/** Runs number their classes anew; where a class was made does not change. */
function placeOf({ name, span }: ClassInfo): string {
  return `${name} ${span?.module}:${span?.line}:${span?.column}`
}

/** Each plugin took a seat of its own kind, for its class, because `registerPlugin` asked for it. */
function judgeDoors({ events, outcome }: Trace, plugins: readonly Plugin[]): Verdict {
  const classes = foldClasses(events)
  const doors = plugins.map((plugin) => judgeDoor(plugin, events, classes))
  const refused = doors.find((verdict) => !verdict.met && verdict.seen !== 'not-registered')
  if (refused !== undefined) return refused
  if (outcome.kind === 'failed') return crashed(outcome.error)
  return first(doors)
}

function judgeDoor({ isOwn, name, kind, base }: Plugin, events: readonly TraceEvent[], classes: ClassesModel) {
  const refused = dispatches(events).find(
    ({ value, hops, chosen }) =>
      chosen === null && isOwn(value.kind === 'class' ? value.class : hops[0]?.class, classes),
  )
  if (refused !== undefined) return refusalOf(refused, name, classes)
  const own = seats(events).filter((seat) => seat.process === 'scheduler' && isOwn(seat.class, classes))
  const old = own.find(({ via }) => via !== 'registerPlugin')
  if (old !== undefined)
    return old.via === null ? unmet('by-hand', { name }) : unmet('old-door', { name, method: old.via })
  const [seat] = own
  if (seat === undefined) return unmet('not-registered', { name })
  if (seat.pluginKind !== kind) return unmet('other-kind', { name, kind: seat.pluginKind, expected: kind })
  const isHonest = dispatches(events).some(({ hops, chosen }) => {
    const found = chosen === null ? undefined : classes.byId.get(chosen)
    return hops[0]?.class === seat.class && found?.name === base && found.module === CANONICAL
  })
  return isHonest ? MET : unmet('not-for-its-class', { name, base })
}

function refusalOf({ value, hops, arms }: Dispatched, plugin: string, { byId }: ClassesModel): Verdict {
  if (value.kind === 'class') return unmet('class-given', { name: value.name })
  const moduleOf = (id: ClassId) => (byId.get(id)?.module ?? '').replace(/^node_modules\//, '')
  for (const { class: yours, label: name } of hops) {
    const theirs = arms.find((arm) => arm.label === name && arm.class !== yours)?.class
    if (theirs !== undefined) return unmet('twin', { plugin, name, yours: moduleOf(yours), theirs: moduleOf(theirs) })
  }
  return unmet('no-base', { chain: hops.map(({ label }) => label).join(' → ') })
}

/** Nothing was warned of, because nothing came in by a method that warns. */
function noDeprecation({ shown, hidden }: Traces): Verdict {
  for (const { events } of [shown, hidden(NAMING)]) {
    const warnings = deprecations(events)
    const [warning] = warnings
    if (warning !== undefined) return unmet('warned', { times: warnings.length, message: warning.message })
    const old = seats(events).find(({ via }) => via !== null && via !== 'registerPlugin')
    if (old !== undefined) return unmet('old-method', { method: old.via ?? '' })
  }
  const control = hidden('old-call').events
  const isTaken = seats(control).some((seat) => isFrom(HIDDEN_FILE, seat.class, foldClasses(control)))
  const isTold = deprecations(control).some(({ process }) => process === 'client')
  return isTaken && !isTold ? unmet('silenced') : MET
}

function deprecations(events: readonly TraceEvent[]) {
  return events.flatMap((event) => (event.kind === 'warned' && event.category === 'DeprecationWarning' ? [event] : []))
}

function judgeSides({ events, outcome }: Trace, plugins: readonly Plugin[]): Verdict {
  const classes = foldClasses(events)
  for (const { isOwn, name, kind } of plugins) {
    const wrong = [...seats(events), ...hookCalls(events)].find(
      (event) => isOwn(event.class, classes) && event.pluginKind !== kind,
    )
    const calls = hookCalls(events).filter((call) => isOwn(call.class, classes))
    if (wrong !== undefined) return wrongSide(name, wrong.pluginKind, changesIn(calls))
  }
  if (outcome.kind === 'failed') return crashed(outcome.error)
  const [calledLedger = [], calledMonitor = []] = plugins.map(({ isOwn }) =>
    hookCalls(events).filter(({ class: id, error }) => error === null && isOwn(id, classes)),
  )
  for (const [worker, { length }] of Map.groupBy(workerStarts(events), (one) => one)) {
    const times = calledMonitor.filter(({ hook, process }) => hook === 'setup' && process === worker).length
    // A worker that was restarted is a new one under the old name.
    if (times === 0 || times > length) return unmet('setups', { worker, times })
  }
  const heard = changesIn(calledLedger).filter((change) => change === 'processing → memory').length
  const done = events.filter(
    (event) =>
      event.kind === 'task-transition' &&
      event.process === 'scheduler' &&
      event.start === 'processing' &&
      event.finish === 'memory',
  ).length
  if (done === 0) return unmet('no-tasks')
  return heard === done ? MET : unmet('miscounted', { heard, done })
}

function wrongSide(name: string, kind: PluginKind, heard: readonly string[]): Verdict {
  const changes = [...new Set(heard)].join(', ')
  return changes === '' ? unmet('wrong-seat', { name, kind }) : unmet('wrong-side', { name, kind, changes })
}

/** The changes of state that a plugin was told of, e.g. `processing → memory`. */
function changesIn(calls: readonly HookCalled[]): readonly string[] {
  return calls.flatMap(({ hook, args }) => {
    if (hook !== 'transition' || args.kind !== 'object') return []
    const field = (key: string) => {
      const value = args.entries.find((entry) => entry.key === key)?.value
      return value?.kind === 'primitive' ? value.text : value === undefined ? '' : previewText(value)
    }
    return [`${field('start')} → ${field('finish')}`]
  })
}

/** The stranger of the hidden program is refused, and so is one in the place of the reader's own ledger. */
function duckRefused({ hidden }: Traces): Verdict {
  const { events, outcome } = hidden('duck')
  if (outcome.kind === 'stopped') return unmet('stopped')
  if (gotIn(HIDDEN_FILE, events)) return unmet('let-in')
  if (outcome.kind === 'completed') return unmet('no-error')
  const { message } = outcome.error
  const isRefused = dispatches(events).some(({ chosen, hops }) => chosen === null && hops[0]?.label === 'Duck')
  if (!isRefused || message !== REFUSAL) return unmet('other-error', { message })
  return gotIn(LEDGER.file, hidden('duck-in-its-place').events) ? unmet('let-in-here') : MET
}

/** Whether a plugin whose class a file made took a seat anywhere, or was called. */
function gotIn(file: string, events: readonly TraceEvent[]): boolean {
  const classes = foldClasses(events)
  return [...seats(events), ...hookCalls(events)].some(({ class: id }) => isFrom(file, id, classes))
}

/** Whether a file of the project made a class, or a base of it. */
function isFrom(file: string, id: ClassId | null | undefined, classes: ClassesModel): boolean {
  return lineage(id, classes).some((one) => one.file === file)
}

/** A class and its bases. */
function lineage(id: ClassId | null | undefined, { byId }: ClassesModel): readonly ClassInfo[] {
  const info = id == null ? undefined : byId.get(id)
  return [id, ...(info?.chain ?? [])].flatMap((one) => (one == null ? [] : (byId.get(one) ?? [])))
}

function dispatches(events: readonly TraceEvent[]): readonly Dispatched[] {
  return events.filter((event) => event.kind === 'dispatched').filter((event) => event.function === 'registerPlugin')
}

function seats(events: readonly TraceEvent[]): readonly PluginRegistered[] {
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
