/** Whatever comes through a run's port, the run ends once, with a clear outcome, and nothing malformed goes past the inbox. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTraceEvent } from '#src/runner/event-guards.ts'
import { createBudget } from '#src/runner/guards.ts'
import { DEFAULT_LIMITS, type RunMessage } from '#src/runner/protocol.ts'
import { type Cell, createRunner } from '#src/runner/run.ts'
import type { Outcome, TraceEvent } from '#src/trace/events.ts'
import { foldChecks } from '#src/trace/model/checks.ts'
import { foldClasses } from '#src/trace/model/classes.ts'
import { foldCluster } from '#src/trace/model/cluster.ts'
import { foldConsole } from '#src/trace/model/console.ts'
import { foldModules } from '#src/trace/model/modules.ts'
import { consoleText } from '#src/trace/model/preview-text.ts'
import { FUZZ_RUNS, FUZZ_TIMEOUT } from '../../support/fuzz.ts'
import { sampleEvents } from './sample-events.ts'

/** Many more in a long run: see CONTRIBUTING.md. */

/** What a port can carry: plain data of any shape, with dates, maps, holes and cycles. */
const junk = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withSparseArray: true })

/** True events of every kind, whole or with one part at any depth put in place of another. */
const nearlyEvent = fc.constantFrom(...sampleEvents).chain((event) =>
  fc.oneof(
    fc.constant<unknown>(event),
    fc
      .tuple(fc.array(fc.nat(9), { maxLength: 6 }), fc.oneof(junk, fc.constantFrom(...sampleEvents)))
      .map(([way, part]) => spoil(event, way, part)),
  ),
)

const outcome = fc.oneof(
  junk,
  fc.constantFrom<unknown>({ kind: 'completed' }, { kind: 'stopped', by: 'reader' }, { kind: 'failed' }),
)

const message = fc.oneof(
  junk,
  fc.record({
    type: fc.constant('events'),
    run: fc.constantFrom<unknown>('own', 0, 1, 2, '1'),
    events: fc.array(nearlyEvent, { maxLength: 5 }),
  }),
  fc.record({ type: fc.constant('settled'), run: fc.constantFrom<unknown>('own', 0, 7), outcome }),
)

describe('messages of a worker, fuzzed', { timeout: FUZZ_TIMEOUT }, () => {
  test(`${FUZZ_RUNS} sequences of messages each come to one clear outcome`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 8 }), async (messages) => {
        const { outcome, settlements, events } = await play(messages)
        expect(['completed', 'failed']).toContain(outcome.kind)
        expect(settlements).toBe(1)
        expect(events.every((event) => isTraceEvent(event, createBudget(1e9)))).toBe(true)
        drawFrom(events)
      }),
      { numRuns: FUZZ_RUNS },
    )
  })

  test('a true event of every kind passes, and with any field missing it does not', () => {
    for (const event of sampleEvents) {
      expect(isTraceEvent(event, createBudget(1e9)), event.kind).toBe(true)
      for (const field of Object.keys(event)) {
        const { [field]: _, ...rest } = { ...event } as Record<string, unknown>
        expect(isTraceEvent(rest, createBudget(1e9)), `${event.kind} without ${field}`).toBe(false)
      }
    }
  })
})

/** Sends the messages, then an honest end, to a run whose worker is this test. */
async function play(messages: readonly unknown[]) {
  let hear: (data: unknown) => void = () => undefined
  let run: unknown
  const cell: Cell = {
    port: {
      postMessage: (sent) => {
        run = (sent as RunMessage).run
      },
      addEventListener: (_type, listener) => {
        hear = (data) => listener({ data })
      },
      start: () => undefined,
    },
    terminate: () => undefined,
    onDeath: () => undefined,
  }
  const events: TraceEvent[] = []
  let settlements = 0
  const running = createRunner(async () => cell)
    .run({
      program: { code: '', map: '' },
      limits: DEFAULT_LIMITS,
      signal: new AbortController().signal,
      onEvents: (batch) => {
        for (const event of batch) events.push(event)
      },
    })
    .then((outcome: Outcome) => {
      settlements += 1
      return outcome
    })
  await new Promise((resolve) => setImmediate(resolve))
  for (const sent of messages) hear(withRun(sent, run))
  const heard = events.length
  hear({ type: 'settled', run, outcome: { kind: 'completed' } })
  hear({ type: 'events', run, events: [sampleEvents[0]] })
  const outcome = await running
  expect(events.length).toBe(heard)
  return { outcome, settlements, events }
}

function withRun(sent: unknown, run: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Reflect.get(sent, 'run') !== 'own') return sent
  return { ...sent, run }
}

/** The panels must be able to draw from whatever came through. */
function drawFrom(events: readonly TraceEvent[]): void {
  foldClasses(events)
  foldModules(events)
  foldChecks(events)
  foldCluster(events)
  for (const { event } of foldConsole(events)) consoleText(event)
}

/** A copy with one part replaced: `way` chooses a key at each level. */
function spoil(whole: unknown, way: readonly number[], part: unknown): unknown {
  const [turn, ...rest] = way
  if (turn === undefined || typeof whole !== 'object' || whole === null) return part
  const keys = Object.keys(whole)
  const key = keys[turn % keys.length]
  if (key === undefined) return part
  const spoilt = spoil(Reflect.get(whole, key), rest, part)
  return Array.isArray(whole) ? whole.with(Number(key), spoilt) : { ...whole, [key]: spoilt }
}
