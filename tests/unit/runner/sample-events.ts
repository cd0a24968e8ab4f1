/** One true event of every kind, as a worker would report it: a kind that is added must be added here too. */
import type { ClassId, ModuleKey, TraceEvent } from '#src/trace/events.ts'
import type { ErrorReport, Preview } from '#src/trace/preview.ts'

const module = 'main.ts' as ModuleKey
const id = 1 as ClassId
const span = { module, line: 1, column: 1, endLine: 2, endColumn: 3 }
const cause: ErrorReport = { name: 'Error', message: 'why', frames: [], cause: null }
const frame = { function: 'setup', file: 'main.ts', line: 1, column: 2 }
const error: ErrorReport = { name: 'TypeError', message: 'no', frames: [frame], cause }
const values: readonly Preview[] = [
  { kind: 'primitive', type: 'string', text: 'said' },
  { kind: 'function', name: 'f' },
  { kind: 'class', name: 'A', class: id },
  { kind: 'error', error, class: null },
  { kind: 'seen', name: 'A' },
  { kind: 'unreadable', why: 'getter' },
]
const value: Preview = {
  kind: 'object',
  of: 'instance',
  name: 'A',
  class: id,
  entries: values.map((one, index) => ({ key: `${index}`, value: one })),
  omitted: 0,
}
const seat = { process: 'worker-0', pluginKind: 'worker', plugin: 'monitor', class: id } as const

type Samples = { readonly [Kind in TraceEvent['kind']]: TraceEvent & { readonly kind: Kind } }

const samples = {
  'module-evaluated': { kind: 'module-evaluated', module, file: 'main.ts' },
  'class-created': { kind: 'class-created', class: id, name: 'A', base: null, span },
  'instanceof-checked': {
    kind: 'instanceof-checked',
    span,
    value,
    target: id,
    targetLabel: 'A',
    hops: [{ class: id, label: 'A', met: true }],
    reason: 'met',
    answer: true,
  },
  dispatched: {
    kind: 'dispatched',
    function: 'registerPlugin',
    at: frame,
    value,
    arms: [{ class: id, label: 'A' }],
    hops: [{ class: id, label: 'A', arm: id }],
    chosen: id,
  },
  'plugin-registered': { kind: 'plugin-registered', ...seat, via: 'registerPlugin' },
  'plugin-unregistered': { kind: 'plugin-unregistered', ...seat, via: null },
  'hook-called': { kind: 'hook-called', ...seat, hook: 'setup', args: value, error },
  'task-transition': { kind: 'task-transition', process: 'worker-0', key: 'k', start: 'released', finish: 'waiting' },
  'message-sent': { kind: 'message-sent', from: 'client', to: 'scheduler', op: 'register-client', payload: value },
  warned: { kind: 'warned', process: 'client', category: 'UserWarning', message: 'mind' },
  logged: { kind: 'logged', process: 'worker-0', level: 'ERROR', logger: 'distributed.worker', message: 'down' },
  console: { kind: 'console', level: 'log', values: [...values, value] },
  'console-traced': { kind: 'console-traced', values, frames: [frame] },
  'console-table': {
    kind: 'console-table',
    columns: ['a'],
    rows: [{ key: '0', cells: [value, null], value: null }],
    omittedColumns: 0,
    omittedRows: 1,
  },
  'console-group': { kind: 'console-group', values, isCollapsed: false },
  'console-group-ended': { kind: 'console-group-ended' },
  'console-cleared': { kind: 'console-cleared' },
  'console-note': { kind: 'console-note', label: 'default', note: { kind: 'timed', events: 3, values } },
  blocked: { kind: 'blocked', what: 'network', target: 'http://127.0.0.1/' },
  uncaught: { kind: 'uncaught', error },
  truncated: { kind: 'truncated', what: 'events', dropped: 1 },
} satisfies Samples

export const sampleEvents: readonly TraceEvent[] = Object.values(samples)
