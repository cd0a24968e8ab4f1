/** Checks that a reader could not tell apart are counted, not repeated. */
import { expect, test } from 'vitest'
import type { Dispatched, InstanceofChecked, TraceEvent } from '../../../../src/trace/events.ts'
import { checkGroupsView, foldCheckGroups, involves } from '../../../../src/trace/model/check-groups.ts'
import { foldChecks } from '../../../../src/trace/model/checks.ts'
import { createScrubber } from '../../../../src/trace/model/scrubber.ts'
import { runTraced } from '../../../support/small-program.ts'
import { id, said, span, text } from './hand-written.ts'

const CHECK: InstanceofChecked = {
  kind: 'instanceof-checked',
  span: span('main.ts', 4),
  value: text('value'),
  target: id(1),
  targetLabel: 'Plugin',
  hops: [{ class: id(2), label: 'Plugin', met: false }],
  reason: 'end-of-chain',
  answer: false,
}
const DISPATCH: Dispatched = {
  kind: 'dispatched',
  function: 'registerPlugin',
  at: null,
  value: text('value'),
  arms: [{ class: id(1), label: 'Plugin' }],
  hops: [{ class: id(2), label: 'Plugin', arm: null }],
  chosen: null,
}

test('equal checks are one group, at the place of the first', () => {
  const { groups, total } = foldCheckGroups([
    said('x'),
    CHECK,
    DISPATCH,
    { ...CHECK },
    { ...CHECK, value: text('other') },
  ])
  expect(total).toBe(4)
  expect(groups.map(({ index, count, event }) => [index, count, event.kind])).toEqual([
    [1, 3, 'instanceof-checked'],
    [2, 1, 'dispatched'],
  ])
})

const others: readonly (readonly [string, TraceEvent])[] = [
  ['another place', { ...CHECK, span: span('main.ts', 5) }],
  ['another module', { ...CHECK, span: span('other.ts', 4) }],
  ['another target', { ...CHECK, target: id(7) }],
  ['another answer', { ...CHECK, answer: true, reason: 'has-instance' }],
  ['another walk', { ...CHECK, hops: [...CHECK.hops, { class: id(3), label: 'Object', met: false }] }],
  ['another table', { ...DISPATCH, arms: [] }],
  ['another arm', { ...DISPATCH, chosen: id(1) }],
]

test.each(others)('%s makes another group', (_, other) => {
  const groups = foldCheckGroups([CHECK, DISPATCH, other]).groups
  expect(groups.map(({ count }) => count)).toEqual([1, 1, 1])
})

test('a check is found in its group, and one that comes later is not', () => {
  const later: InstanceofChecked = { ...CHECK, span: span('main.ts', 9) }
  const scrubber = createScrubber(checkGroupsView)
  const events = [CHECK, { ...CHECK }, later]
  const early = scrubber.at(events, 2)
  scrubber.at(events, 3)
  expect(early.groupOf({ ...CHECK })).toMatchObject({ index: 0, count: 2 })
  expect(early.groupOf(later)).toBeUndefined()
})

test('going back and forth gives the same groups as folding anew', () => {
  const events = Array.from({ length: 40 }, (_, index) => ({ ...CHECK, span: span('main.ts', index % 7) }))
  const scrubber = createScrubber(checkGroupsView, 5)
  for (const step of [40, 3, 21, 0, 40, 12, 13]) {
    const { groups, total } = scrubber.at(events, step)
    const anew = foldCheckGroups(events, step)
    expect({ groups, total }).toEqual({ groups: anew.groups, total: anew.total })
  }
})

test('a class is involved where it was asked for or met', () => {
  expect([1, 2, 3].map((number) => involves(CHECK, id(number)))).toEqual([true, true, false])
  expect([1, 2, 3].map((number) => involves(DISPATCH, id(number)))).toEqual([true, true, false])
})

test('a loop of a real program is as many groups as an own count says', async () => {
  const { events, lines } = await runTraced({
    'main.ts': `
      class A {}
      class B extends A {}
      let asked = 0
      const isA = (value: unknown) => { asked += 1; return value instanceof A }
      for (let time = 0; time < 9; time += 1) { isA(new A()); isA(new B()); isA(time) }
      console.log(asked)`,
  })
  const { groups, total } = foldCheckGroups(events)
  expect(lines).toEqual([String(total)])
  expect(groups.map(({ count }) => count)).toEqual([9, 9, 9])
  expect(foldChecks(events)).toHaveLength(27)
})

test('a hundred thousand checks are folded without a step for each pair', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({ ...CHECK, target: id(index) }))
  const { groups, total } = foldCheckGroups(many)
  expect([groups.length, total]).toEqual([100_000, 100_000])
})
