/** What of a console is on the screen, as the reader sets it. */
import { expect, test } from 'vitest'
import { type ConsoleSetting, viewConsole } from '../../../../src/components/lab/console/console-view.ts'
import type { TraceEvent } from '../../../../src/trace/events.ts'
import { foldConsole } from '../../../../src/trace/model/console.ts'
import { rowsOf } from '../../../../src/trace/model/console-tree.ts'
import { consoleText } from '../../../../src/trace/model/preview-text.ts'
import { cleared, ended, group, said } from '../../trace/model/hand-written.ts'

const UNSET: ConsoleSetting = {
  filter: { hiddenLevels: new Set(), text: '' },
  clearedAt: 0,
  showsCleared: false,
  toggled: new Set(),
  most: 100,
}

function view(events: readonly TraceEvent[], setting: Partial<ConsoleSetting> = {}) {
  const seen = viewConsole(foldConsole(events), { ...UNSET, ...setting }, ({ event }) => consoleText(event))
  return { ...seen, drawn: rowsOf(seen.nodes, () => true).map(({ event }) => consoleText(event)) }
}

test('a collapsed group holds its lines back until it is opened, and an open one until it is shut', () => {
  const events = [group('A', true), said('a'), said('a'), ended(), group('B'), said('b'), ended()]
  expect(view(events)).toMatchObject({ drawn: ['A', 'B', 'b'], all: 5, found: 5 })
  expect(view(events).held.get(0)).toEqual({ lines: 2, errors: 0 })
  expect(view(events, { toggled: new Set([0, 4]) }).drawn).toEqual(['A', 'a', 'B'])
})

test('a collapsed group says how many errors it holds', () => {
  const error: TraceEvent = { kind: 'uncaught', error: { name: 'Error', message: '', frames: [], cause: null } }
  expect(view([group('A', true), group('B'), error]).held.get(0)).toEqual({ lines: 2, errors: 1 })
})

test('what the program cleared is out of sight, the mark stays, and nothing is lost', () => {
  const events = [said('a'), group('G'), said('b'), cleared(), said('c')]
  expect(view(events)).toMatchObject({ drawn: ['', 'c'], cleared: 3, all: 2 })
  expect(view(events, { showsCleared: true })).toMatchObject({ drawn: ['a', 'G', 'b', '', 'c'], cleared: 3, all: 5 })
})

test('what the reader cleared is out of sight, also the heading of what follows', () => {
  const events = [said('a'), group('G'), said('b'), said('c')]
  expect(view(events, { clearedAt: 3 })).toMatchObject({ drawn: ['c'], cleared: 3 })
})

test('a cleared line that comes again is in sight again', () => {
  expect(view([said('a'), said('a')], { clearedAt: 1 })).toMatchObject({ drawn: ['a'], cleared: 0 })
})

test('only the last rows are drawn, and those above are counted', () => {
  const events = Array.from({ length: 10 }, (_, index) => said(String(index)))
  expect(view(events, { most: 3 })).toMatchObject({ drawn: ['7', '8', '9'], earlier: 7, all: 10 })
})

test('levels are counted before the filter', () => {
  const setting = { filter: { hiddenLevels: new Set(['log'] as const), text: '' } }
  expect(view([said('a')], setting)).toMatchObject({ drawn: [], counts: { log: 1 }, found: 0, all: 1 })
})
