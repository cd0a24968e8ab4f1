/** The slider stops where a reader would, and at no more places than it can hold. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TraceEvent } from '../../../../src/trace/events.ts'
import { findSteps, positionAt, stepAt } from '../../../../src/trace/model/steps.ts'
import { generatedTrace } from './generated-trace.ts'
import { created, evaluated, id, said, span, text } from './hand-written.ts'

const isOwnFile = (file: string) => file === 'main.ts'
const kindsAt = (events: readonly TraceEvent[]) => findSteps(events, isOwnFile).stops.map(({ index }) => index)

function checked(module: string): TraceEvent {
  return {
    kind: 'instanceof-checked',
    span: span(module),
    value: text('value'),
    target: id(1),
    targetLabel: 'A',
    hops: [],
    reason: 'primitive',
    answer: false,
  }
}

describe('what is a step', () => {
  test('every module and every console line is one', () => {
    expect(kindsAt([evaluated('node_modules/kit/a.ts'), evaluated('main.ts'), said('x')])).toEqual([0, 1, 2])
  })

  test('a class of the reader is one, a class inside a package and one of JavaScript are not', () => {
    const events = [
      created(1, 'Mine', { in: 'main.ts' }),
      created(2, 'Theirs', { in: 'node_modules/kit/a.ts' }),
      created(3, 'Error'),
    ]
    expect(kindsAt(events)).toEqual([0])
  })

  test('a class of a file that ran under two keys is one, from its first evaluation on', () => {
    const file = 'node_modules/kit/a.ts'
    const events = [
      evaluated(file),
      created(1, 'Plugin', { in: file }),
      evaluated('node_modules/twin/a.ts', file),
      created(2, 'Plugin', { in: 'node_modules/twin/a.ts' }),
    ]
    expect(kindsAt(events)).toEqual([0, 1, 2, 3])
  })

  test('a check of the reader is one, a check inside a package is not', () => {
    expect(kindsAt([checked('main.ts'), checked('node_modules/kit/a.ts')])).toEqual([0])
  })

  test('the log counts from a warning on, as on the console', () => {
    const logged = (level: 'INFO' | 'WARNING'): TraceEvent => ({
      kind: 'logged',
      process: 'scheduler',
      level,
      logger: 'distributed.core',
      message: 'm',
    })
    expect(kindsAt([logged('INFO'), logged('WARNING')])).toEqual([1])
  })
})

describe('a run with more steps than the slider holds', () => {
  const flood = [
    evaluated('main.ts'),
    ...Array.from({ length: 80_000 }, (_, index) => said(String(index))),
    checked('main.ts'),
  ]
  const { stops, omitted } = findSteps(flood, isOwnFile)

  test('keeps what is rare, the first and the last of what is not, and says what it left out', () => {
    expect(stops).toHaveLength(500)
    expect(stops.slice(0, 2).map(({ index }) => index)).toEqual([0, 1])
    expect(stops.slice(-2).map(({ index }) => index)).toEqual([80_000, 80_001])
    expect(omitted).toEqual([{ kind: 'console', count: 80_000 - 498 }])
  })

  test('two floods share the slider', () => {
    const events = flood.flatMap((event) => [event, evaluated('main.ts')])
    const { stops: shared } = findSteps(events, isOwnFile, 101)
    const count = (kind: TraceEvent['kind']) => shared.filter(({ event }) => event.kind === kind).length
    expect([count('instanceof-checked'), count('console'), count('module-evaluated')]).toEqual([1, 50, 50])
  })
})

test('nothing is lost: every candidate is a stop or counted as left out, in order, and within the limit', () => {
  fc.assert(
    fc.property(generatedTrace, fc.integer({ min: 8, max: 30 }), (events, most) => {
      const all = findSteps(events, isOwnFile, Number.POSITIVE_INFINITY)
      const { stops, omitted } = findSteps(events, isOwnFile, most)
      expect(all.omitted).toEqual([])
      expect(stops.length).toBeLessThanOrEqual(most)
      expect(stops.length + omitted.reduce((sum, { count }) => sum + count, 0)).toBe(all.stops.length)
      const indexes = stops.map(({ index }) => index)
      expect(indexes).toEqual([...new Set(indexes)].sort((one, other) => one - other))
    }),
  )
})

test('a position and the events that it shows belong together', () => {
  fc.assert(
    fc.property(generatedTrace, (events) => {
      const steps = findSteps(events, isOwnFile)
      for (let position = 0; position <= steps.stops.length; position += 1) {
        expect(positionAt(steps, stepAt(steps, position, events.length))).toBe(position)
      }
    }),
  )
})

test('the first position is before everything, the last is the end of the run', () => {
  const events = [evaluated('main.ts'), said('x'), created(1, 'Error')]
  const steps = findSteps(events, isOwnFile)
  expect([0, 1, 2].map((position) => stepAt(steps, position, events.length))).toEqual([0, 1, 3])
  expect([0, 1, 2, 3].map((step) => positionAt(steps, step))).toEqual([0, 1, 2, 2])
})
