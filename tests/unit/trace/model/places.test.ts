/** Events and classes know their lines. */
import { expect, test } from 'vitest'
import type { TraceEvent } from '../../../../src/trace/events.ts'
import { foldTrace } from '../../../../src/trace/model/fold.ts'
import { classPlacesView, placesOf } from '../../../../src/trace/model/places.ts'
import { created, evaluated, id, said, span, text } from './hand-written.ts'

const classes = foldTrace(classPlacesView, [created(1, 'Mine', { in: 'monitor.ts', line: 5 }), created(2, 'Error')])
const error = {
  name: 'E',
  message: '',
  cause: null,
  frames: [
    { function: null, file: 'node_modules/kit/a.ts', line: 9, column: 1 },
    { function: null, file: 'main.ts', line: 3, column: 1 },
  ],
}
const inKit = { file: 'node_modules/kit/a.ts', line: 9 }
const inMain = { file: 'main.ts', line: 3 }
const ofMine = { file: 'monitor.ts', line: 5 }
const hook: TraceEvent = {
  kind: 'hook-called',
  process: 'worker-0',
  pluginKind: 'worker',
  plugin: 'Mine-1',
  class: id(1),
  hook: 'setup',
  args: text(''),
  error: null,
}

test.each<[string, TraceEvent, object[]]>([
  ['a module', evaluated('main.ts'), [{ file: 'main.ts', line: 1 }]],
  ['a class', created(1, 'Mine', { in: 'monitor.ts', line: 5 }), [ofMine]],
  ['a class of JavaScript', created(2, 'Error'), []],
  [
    'a check',
    {
      kind: 'instanceof-checked',
      span: span('main.ts', 7),
      value: text(''),
      target: null,
      targetLabel: '',
      hops: [],
      reason: 'primitive',
      answer: false,
    },
    [{ file: 'main.ts', line: 7 }],
  ],
  [
    'a dispatch, by the classes it walked',
    {
      kind: 'dispatched',
      function: 'f',
      at: null,
      value: text(''),
      arms: [],
      hops: [
        { class: id(2), label: 'Error', arm: null },
        { class: id(1), label: 'Mine', arm: null },
      ],
      chosen: null,
    },
    [ofMine],
  ],
  [
    'a dispatch that a line of the project led to',
    {
      kind: 'dispatched',
      function: 'f',
      value: text(''),
      arms: [],
      hops: [{ class: id(1), label: 'Mine', arm: null }],
      chosen: null,
      at: { function: null, file: 'main.ts', line: 3, column: 1 },
    },
    [inMain, ofMine],
  ],
  ['a hook, by its plugin', hook, [ofMine]],
  ['a hook that threw, by its error first', { ...hook, error } as TraceEvent, [inKit, inMain, ofMine]],
  ['an error', { kind: 'uncaught', error }, [inKit, inMain]],
  [
    'a printed error',
    { kind: 'console', level: 'error', values: [{ kind: 'error', error, class: null }] },
    [inKit, inMain],
  ],
  ['a printed text', said('x'), []],
])('%s', (_, event, places) => {
  expect(placesOf(event, classes)).toEqual(places)
})
