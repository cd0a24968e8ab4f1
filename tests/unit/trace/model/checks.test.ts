/** Checks come in order, each with its walk and the reason of a failure. */
import { expect, test } from 'vitest'
import type { Dispatched, InstanceofChecked } from '../../../../src/trace/events.ts'
import { foldChecks } from '../../../../src/trace/model/checks.ts'
import { runTraced } from '../../../support/small-program.ts'
import { id, said, span, text } from './hand-written.ts'

const CHECK: InstanceofChecked = {
  kind: 'instanceof-checked',
  span: span('main.ts'),
  value: text('value'),
  target: id(1),
  targetLabel: 'Plugin',
  hops: [
    { class: id(3), label: 'Mine', met: false },
    { class: id(2), label: 'Plugin', met: false },
    { class: id(4), label: 'Object', met: false },
  ],
  reason: 'end-of-chain',
  answer: false,
}

const DISPATCH: Dispatched = {
  kind: 'dispatched',
  function: 'registerPlugin',
  at: null,
  value: text('value'),
  arms: [
    { class: id(1), label: 'WorkerPlugin' },
    { class: id(5), label: 'SchedulerPlugin' },
  ],
  hops: [
    { class: id(3), label: 'Mine', arm: null },
    { class: id(2), label: 'WorkerPlugin', arm: null },
  ],
  chosen: null,
}

test('checks and dispatches stand in the order of the trace', () => {
  expect(foldChecks([CHECK, said('x'), DISPATCH, CHECK]).map(({ kind, index }) => [kind, index])).toEqual([
    ['instanceof', 0],
    ['dispatch', 2],
    ['instanceof', 3],
  ])
  expect(foldChecks([CHECK, said('x'), DISPATCH, CHECK], 2)).toHaveLength(1)
})

test('a check that met its target has no failure', () => {
  const [check] = foldChecks([
    { ...CHECK, answer: true, reason: 'met', hops: [{ class: id(1), label: 'Plugin', met: true }] },
  ])
  expect(check).toMatchObject({
    passed: true,
    failure: null,
    wanted: [{ class: 1, label: 'Plugin' }],
    hops: [{ twinOf: null }],
  })
})

test('a check fails at the first hop that has the name and not the identity', () => {
  const [check] = foldChecks([CHECK])
  expect(check?.failure).toEqual({ kind: 'twin', hop: 1, met: 2, wanted: 1 })
  expect(check?.hops.map(({ twinOf }) => twinOf)).toEqual([null, 1, null])
})

test.each([
  ['no hop has the name', { hops: CHECK.hops.slice(0, 1) }, { kind: 'not-on-chain' }],
  [
    'neither side has a name',
    { targetLabel: '', hops: [{ class: id(2), label: '', met: false }] },
    { kind: 'not-on-chain' },
  ],
  ['the target is no class', { target: null }, { kind: 'not-on-chain' }],
  ['the value is a primitive', { reason: 'primitive' as const, hops: [] }, { kind: 'primitive' }],
  ['the target decided itself', { reason: 'has-instance' as const, hops: [] }, { kind: 'has-instance' }],
  ['the right side was not acceptable', { reason: 'threw' as const, hops: [] }, { kind: 'threw' }],
])('a check fails when %s', (_, change, failure) => {
  expect(foldChecks([{ ...CHECK, ...change }])[0]?.failure).toEqual(failure)
})

test('a dispatch that falls through names the twin of an arm', () => {
  const [check] = foldChecks([DISPATCH])
  expect(check).toMatchObject({
    passed: false,
    failure: { kind: 'twin', hop: 1, met: 2, wanted: 1 },
    wanted: DISPATCH.arms,
  })
})

test('a dispatch that takes an arm met it at that hop', () => {
  const hops = [
    { class: id(3), label: 'Mine', arm: null },
    { class: id(1), label: 'WorkerPlugin', arm: id(1) },
  ]
  const [check] = foldChecks([{ ...DISPATCH, hops, chosen: id(1) }])
  expect(check).toMatchObject({ passed: true, failure: null, hops: [{ met: false }, { met: true, twinOf: null }] })
})

test('a dispatch on a stranger is on no chain', () => {
  expect(foldChecks([{ ...DISPATCH, hops: DISPATCH.hops.slice(0, 1) }])[0]?.failure).toEqual({ kind: 'not-on-chain' })
})

test('a real program that mixes two copies of a class fails at the twin', async () => {
  const kit = { text: 'export class Plugin {}', file: 'kit.ts' }
  const { events, lines } = await runTraced({
    'main.ts':
      "import { Plugin } from './kit.ts'\nimport { Plugin as Other } from './copy/kit.ts'\nclass Mine extends Other {}\nconst mine = new Mine()\nconsole.log(mine instanceof Plugin, mine instanceof Other)",
    'kit.ts': kit,
    'copy/kit.ts': kit,
  })
  expect(lines).toEqual(['false true'])
  const [wrong, right] = foldChecks(events)
  expect(wrong).toMatchObject({ passed: false, failure: { kind: 'twin', hop: 1, met: 2, wanted: 1 } })
  expect(wrong?.hops.map(({ label }) => label)).toEqual(['Mine', 'Plugin', 'Object'])
  expect(right).toMatchObject({ passed: true, hops: [{ label: 'Mine' }, { label: 'Plugin', met: true }] })
})
