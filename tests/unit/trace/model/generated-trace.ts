/** Traces of any shape, for laws that hold for every run. Each event is an object of its own, as in a real run. */
import fc from 'fast-check'
import type { TraceEvent } from '../../../../src/trace/events.ts'
import { cleared, created, ended, evaluated, group, id, said, span, text } from './hand-written.ts'

const name = fc.constantFrom('A', 'B', 'Plugin', '')
const module = fc.constantFrom('main.ts', 'own.ts', 'node_modules/kit/index.ts', 'node_modules/kit/copy.ts')
const process = fc.constantFrom('client', 'scheduler', 'worker-0', 'worker-1', 'nanny-0')
const state = fc.constantFrom('released', 'waiting', 'processing', 'memory', 'forgotten')
const number = fc.integer({ min: 1, max: 30 })

const event: fc.Arbitrary<TraceEvent> = fc.oneof(
  fc.tuple(module, module).map(([key, file]) => evaluated(key, file)),
  fc
    .record({ number, name, module, line: number, base: fc.option(number, { nil: undefined }) })
    .map(({ number, name, module, line, base }) =>
      created(number, name, { in: module, line, ...(base === undefined ? {} : { base }) }),
    ),
  fc.string({ maxLength: 3 }).map(said),
  // A few words only, so that some come again.
  fc.constantFrom('x', 'y').map(said),
  fc.tuple(name, fc.boolean()).map(([label, isCollapsed]) => group(label, isCollapsed)),
  fc.constant(null).map(ended),
  fc.constant(null).map(cleared),
  name.map((label): TraceEvent => ({ kind: 'console-note', label, note: { kind: 'counted', count: 1 } })),
  fc
    .record({ process, key: name, start: state, finish: state })
    .map((event): TraceEvent => ({ kind: 'task-transition', ...event })),
  fc
    .record({ from: process, to: process, op: fc.constantFrom('compute-task', 'close-stream') })
    .map((event): TraceEvent => ({ kind: 'message-sent', ...event, payload: text('payload') })),
  fc
    .record({
      kind: fc.constantFrom('plugin-registered' as const, 'plugin-unregistered' as const),
      process,
      plugin: name,
    })
    .map((event): TraceEvent => ({ ...event, pluginKind: 'worker', class: id(1), via: null })),
  fc.record({ process, plugin: name, hook: fc.constantFrom('setup', 'transition') }).map(
    (event): TraceEvent => ({
      kind: 'hook-called',
      ...event,
      pluginKind: 'worker',
      class: id(1),
      args: text('args'),
      error: null,
    }),
  ),
  fc.record({ module, target: number, answer: fc.boolean() }).map(
    ({ module, target, answer }): TraceEvent => ({
      kind: 'instanceof-checked',
      span: span(module),
      value: text('value'),
      target: id(target),
      targetLabel: 'A',
      hops: [{ class: id(target + 1), label: 'A', met: answer }],
      reason: answer ? 'met' : 'end-of-chain',
      answer,
    }),
  ),
)

export const generatedTrace = fc.array(event, { maxLength: 60 })
