/** Scrubbing shows at every step what folding from the start would show, whatever came before. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TraceEvent } from '../../../../src/trace/events.ts'
import { checksView } from '../../../../src/trace/model/checks.ts'
import { classesView } from '../../../../src/trace/model/classes.ts'
import { clusterView } from '../../../../src/trace/model/cluster.ts'
import { consoleView } from '../../../../src/trace/model/console.ts'
import { foldTrace, type View } from '../../../../src/trace/model/fold.ts'
import { modulesView } from '../../../../src/trace/model/modules.ts'
import { classPlacesView } from '../../../../src/trace/model/places.ts'
import { createScrubber } from '../../../../src/trace/model/scrubber.ts'
import { generatedTrace } from './generated-trace.ts'
import { said } from './hand-written.ts'

const steps = fc.array(fc.integer({ min: -2, max: 70 }), { maxLength: 20 })

/** The very events, in order. */
const listView: Required<View<TraceEvent[], readonly TraceEvent[]>> = {
  start: () => [],
  step: (seen, event) => seen.push(event),
  finish: (seen) => [...seen],
  copy: (seen) => [...seen],
}

function holds<Notes, Model>(view: View<Notes, Model>): void {
  fc.assert(
    fc.property(generatedTrace, steps, fc.integer({ min: 1, max: 20 }), (events, wanted, stride) => {
      const scrubber = createScrubber(view, stride)
      for (const step of wanted) expect(scrubber.at(events, step)).toEqual(foldTrace(view, events, step))
    }),
    { numRuns: 60 },
  )
}

describe('a scrubber equals the fold at every step, in any order of steps', () => {
  test('for the events themselves', () => holds(listView))
  test('for a view that cannot be copied', () => {
    const { copy: _, ...view } = listView
    holds(view)
  })
  test('for the modules', () => holds(modulesView))
  test('for the classes', () => holds(classesView))
  test('for the checks', () => holds(checksView))
  test('for the console', () => holds(consoleView))
  test('for the cluster', () => holds(clusterView))
  test('for the places of classes', () => holds(classPlacesView))
})

test('a run that grows goes on where it was, and another run starts anew', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(generatedTrace, steps), { maxLength: 4 }), (runs) => {
      const scrubber = createScrubber(listView, 5)
      for (const [run, wanted] of runs) {
        for (const length of [Math.floor(run.length / 2), run.length]) {
          const events = run.slice(0, length)
          for (const step of wanted) expect(scrubber.at(events, step)).toEqual(foldTrace(listView, events, step))
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('a step forward costs one event, and a step back no more than a stride', () => {
  const events = Array.from({ length: 1000 }, (_, index) => said(String(index)))
  let stepped = 0
  const step = (seen: TraceEvent[], event: TraceEvent) => {
    stepped += 1
    seen.push(event)
  }
  const scrubber = createScrubber({ ...listView, step }, 100)
  const cost = (to: number) => {
    stepped = 0
    scrubber.at(events, to)
    return stepped
  }
  expect([cost(998), cost(999), cost(998), cost(400), cost(399)]).toEqual([998, 1, 98, 0, 99])
})
