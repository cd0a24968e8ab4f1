/**
 * Knows the form of an event to its last field, and weighs it. The worker lets nothing else out, and the page lets nothing
 * else in, so that no panel meets a value that it does not expect. In the worker it runs beside a program that may have
 * replaced any built-in: it uses only syntax, and what it took before.
 */
import type {
  ConsoleNote,
  DispatchArm,
  DispatchHop,
  Hop,
  Outcome,
  PluginRegistered,
  Span,
  TableRow,
  TraceEvent,
} from '../trace/events.ts'
import type { ErrorReport, Frame, Preview, PreviewEntry } from '../trace/preview.ts'
import {
  type Budget,
  type Check,
  createBudget,
  flag,
  list,
  nullable,
  oneOf,
  record,
  type Shape,
  text,
  union,
  whole,
} from './guards.ts'

/** What one event may weigh, however much a run has left. */
const HEAVIEST = 4_000_000

/** Takes the weight of an event off the budget; of a value that is no event, or too heavy, nothing. */
export function isTraceEvent(value: unknown, budget: Budget): value is TraceEvent {
  const own = createBudget(budget.left < HEAVIEST ? budget.left : HEAVIEST)
  const before = own.left
  if (!event(value, own)) return false
  budget.left -= before - own.left
  return true
}

export function isOutcome(value: unknown): value is Outcome {
  return outcome(value, createBudget(HEAVIEST))
}

/** The probes cut texts at 2,000 units and mark the cut. A module's key is as long as its path. */
const words = text(2_100)
const path = text(10_000)
const classId = whole
const someClass = nullable(classId)

const frame: Check = record<Frame>({ function: nullable(words), file: path, line: whole, column: whole })

const error: Check = record<ErrorReport>({
  name: words,
  message: words,
  frames: list(frame, 100),
  cause: (value, budget) => value === null || error(value, budget),
})

const preview: Check = union<Preview>({
  primitive: {
    type: oneOf('string', 'number', 'bigint', 'boolean', 'symbol', 'undefined', 'null'),
    text: words,
  },
  function: { name: words },
  class: { name: words, class: classId },
  object: {
    of: oneOf('plain', 'array', 'map', 'set', 'instance', 'date', 'regexp', 'promise', 'deep'),
    name: words,
    class: someClass,
    entries: list((value, budget) => entry(value, budget), 1_000),
    omitted: whole,
  },
  error: { error, class: someClass },
  seen: { name: words },
  unreadable: { why: words },
})
const entry = record<PreviewEntry>({ key: words, value: preview })

const span = record<Span>({ module: path, line: whole, column: whole, endLine: whole, endColumn: whole })

const pluginKind = oneOf('worker', 'scheduler', 'nanny')
const seat: Shape<PluginRegistered> = {
  process: words,
  pluginKind,
  plugin: words,
  class: someClass,
  via: nullable(words),
}

const note: Check = union<ConsoleNote['note']>({
  counted: { count: whole },
  'no-counter': {},
  timed: { events: whole, values: list((value, budget) => preview(value, budget), 1_000) },
  'no-timer': {},
  'timer-runs-already': {},
})

/** A walk is cut at 100 hops; a table of dispatch has as many arms as somebody wrote. */
const LONGEST_LIST = 1_000

const event: Check = union<TraceEvent>({
  'module-evaluated': { module: path, file: path },
  'class-created': { class: classId, name: words, base: someClass, span: nullable(span) },
  'instanceof-checked': {
    span,
    value: preview,
    target: someClass,
    targetLabel: words,
    hops: list(record<Hop>({ class: someClass, label: words, met: flag }), LONGEST_LIST),
    reason: oneOf('met', 'end-of-chain', 'primitive', 'has-instance', 'threw'),
    answer: flag,
  },
  dispatched: {
    function: words,
    at: nullable(frame),
    value: preview,
    arms: list(record<DispatchArm>({ class: classId, label: words }), LONGEST_LIST),
    hops: list(record<DispatchHop>({ class: classId, label: words, arm: someClass }), LONGEST_LIST),
    chosen: someClass,
  },
  'plugin-registered': seat,
  'plugin-unregistered': seat,
  'hook-called': {
    process: words,
    pluginKind,
    plugin: words,
    class: someClass,
    hook: words,
    args: preview,
    error: nullable(error),
  },
  'task-transition': { process: words, key: words, start: words, finish: words },
  'message-sent': { from: words, to: words, op: words, payload: preview },
  warned: { process: words, category: oneOf('DeprecationWarning', 'FutureWarning', 'UserWarning'), message: words },
  logged: { process: words, level: oneOf('INFO', 'WARNING', 'ERROR'), logger: words, message: words },
  console: { level: oneOf('log', 'info', 'debug', 'warn', 'error'), values: list(preview, LONGEST_LIST) },
  'console-traced': { values: list(preview, LONGEST_LIST), frames: list(frame, 100) },
  'console-table': {
    columns: list(words, LONGEST_LIST),
    rows: list(
      record<TableRow>({ key: words, cells: list(nullable(preview), LONGEST_LIST), value: nullable(preview) }),
      LONGEST_LIST,
    ),
    omittedColumns: whole,
    omittedRows: whole,
  },
  'console-group': { values: list(preview, LONGEST_LIST), isCollapsed: flag },
  'console-group-ended': {},
  'console-cleared': {},
  'console-note': { label: words, note },
  blocked: { what: oneOf('network', 'code', 'eval', 'worker', 'storage', 'channel'), target: words },
  uncaught: { error },
  truncated: { what: oneOf('console', 'events'), dropped: whole },
})

const outcome: Check = union<Outcome>({
  completed: {},
  failed: { error },
  // Whether a run was stopped is for the page to say: a worker that says so lies.
  stopped: { by: () => false },
})
