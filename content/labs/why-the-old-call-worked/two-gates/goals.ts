/** Judges the lab by what its runs did: through which method each plugin came in, for which class, and which events it heard where. */
import { completed, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import type {
  ClassId,
  Dispatched,
  HookCalled,
  PluginKind,
  PluginRegistered,
  Trace,
  TraceEvent,
} from '#src/trace/events.ts'
import { type ClassesModel, foldClasses } from '#src/trace/model/classes.ts'
import { previewText } from '#src/trace/model/preview-text.ts'

const REFUSAL =
  'Registering duck-typed plugins is not allowed. Please inherit from NannyPlugin, WorkerPlugin, or SchedulerPlugin to create a plugin.'
/** Where the classes in the table of `registerPlugin` are made. */
const CANONICAL = 'node_modules/distributed/diagnostics/plugin.ts'
const LEDGER = { file: 'ledger.ts', name: 'Ledger', kind: 'scheduler', base: 'SchedulerPlugin' } as const
const MONITOR = { file: 'monitor.ts', name: 'TaskMonitor', kind: 'worker', base: 'WorkerPlugin' } as const
const PLUGINS = [LEDGER, MONITOR] as const
/** The file of the hidden programs that makes their strangers. */
const HIDDEN_FILE = 'main.ts'
const NO_EXPORT = /^(\w+\.ts) has no export (\w+)$/

type Expected = (typeof PLUGINS)[number]

export const goals = {
  migrated: unlessObstructed(({ shown, hidden }) => first([judgeDoors(shown), judgeDoors(hidden('five-tasks'))])),
  'no-deprecation': unlessObstructed(noDeprecation),
  'right-side': unlessObstructed(rightSide),
  'duck-refused': unlessObstructed(duckRefused),
}

export function predict(shown: ProgramRun): string {
  if (shown.kind === 'rejected') return 'both-refused'
  const { events, outcome } = shown.trace
  const classes = foldClasses(events)
  const isSeated = ({ file }: Expected) => seats(events).some((seat) => isFrom(file, seat.class, classes))
  if (!isSeated(MONITOR)) return 'both-refused'
  if (!isSeated(LEDGER) || outcome.kind === 'failed') return 'ledger-refused'
  const isOpened = hooksOf(LEDGER, events, classes).some(({ hook }) => hook === 'start')
  return isOpened ? 'both-work' : 'ledger-silent'
}

/** Runs that have a trace, the shown program's and the hidden ones'. */
interface Traces {
  readonly shown: Trace
  readonly hidden: (variant: string) => Trace
}

/** Says first what keeps every goal from being judged: a program that is no program, or does not end, or lacks a plugin. */
function unlessObstructed(judge: (traces: Traces) => Verdict): (runs: Runs) => Verdict {
  return ({ shown, variant }) => {
    for (const run of [shown, variant('five-tasks')]) {
      const isTraced = run.kind === 'ran' && run.trace.outcome.kind !== 'stopped'
      if (!isTraced) return completed(run).problem ?? MET
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

/** Each plugin took a seat of its own kind, for its class, because `registerPlugin` asked for it. */
function judgeDoors({ events, outcome }: Trace): Verdict {
  const classes = foldClasses(events)
  const doors = PLUGINS.map((expected) => judgeDoor(expected, events, classes))
  const refused = doors.find((verdict) => !verdict.met && verdict.seen !== 'not-registered')
  if (refused !== undefined) return refused
  if (outcome.kind === 'failed') return crashed(outcome.error)
  return first(doors)
}

function judgeDoor({ file, name, kind, base }: Expected, events: readonly TraceEvent[], classes: ClassesModel) {
  const refused = dispatches(events).find(
    ({ value, hops, chosen }) =>
      chosen === null && isFrom(file, value.kind === 'class' ? value.class : hops[0]?.class, classes),
  )
  if (refused !== undefined) return refusalOf(refused, name, classes)
  const own = seats(events).filter((seat) => seat.process === 'scheduler' && isFrom(file, seat.class, classes))
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
  for (const { events } of [shown, hidden('five-tasks')]) {
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

function rightSide({ shown, hidden }: Traces): Verdict {
  return first([judgeSides(shown), judgeSides(hidden('five-tasks'))])
}

function judgeSides({ events, outcome }: Trace): Verdict {
  const classes = foldClasses(events)
  for (const { file, name, kind } of PLUGINS) {
    const wrong = [...seats(events), ...hookCalls(events)].find(
      (event) => isFrom(file, event.class, classes) && event.pluginKind !== kind,
    )
    if (wrong !== undefined) return wrongSide(name, wrong.pluginKind, heardBy(file, events, classes))
  }
  if (outcome.kind === 'failed') return crashed(outcome.error)
  const setups = hooksOf(MONITOR, events, classes).filter(({ hook }) => hook === 'setup')
  for (const worker of workersOf(events)) {
    const times = setups.filter(({ process }) => process === worker).length
    if (times !== 1) return unmet('setups', { worker, times })
  }
  const heard = heardBy(LEDGER.file, events, classes).filter((change) => change === 'processing → memory').length
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

/** The changes of state that a file's plugin was told of, e.g. `processing → memory`. */
function heardBy(file: string, events: readonly TraceEvent[], classes: ClassesModel): readonly string[] {
  return hookCalls(events).flatMap(({ hook, class: id, args }) => {
    if (hook !== 'transition' || !isFrom(file, id, classes) || args.kind !== 'object') return []
    const field = (key: string) => {
      const value = args.entries.find((entry) => entry.key === key)?.value
      return value?.kind === 'primitive' ? value.text : value === undefined ? '' : previewText(value)
    }
    return [`${field('start')} → ${field('finish')}`]
  })
}

function crashed({ name, message }: { readonly name: string; readonly message: string }): Verdict {
  return unmet('crashed', { message: `${name}: ${message}` })
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
function isFrom(file: string, id: ClassId | null | undefined, { byId }: ClassesModel): boolean {
  const info = id == null ? undefined : byId.get(id)
  return info !== undefined && [info.id, ...info.chain].some((one) => byId.get(one)?.module === file)
}

function hooksOf({ file }: Expected, events: readonly TraceEvent[], classes: ClassesModel): readonly HookCalled[] {
  return hookCalls(events).filter(({ class: id, error }) => error === null && isFrom(file, id, classes))
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

function workersOf(events: readonly TraceEvent[]): readonly string[] {
  return events.flatMap((event) =>
    event.kind === 'message-sent' && event.op === 'register-worker' ? [event.from] : [],
  )
}
