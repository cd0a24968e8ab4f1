/** Two runs are held against each other, topic by topic. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dispatched, PluginRegistered, TraceEvent } from '../../../../src/trace/events.ts'
import { compareRuns, NO_ARM, type Topic } from '../../../../src/trace/model/comparison.ts'
import { runTraced } from '../../../support/small-program.ts'
import { generatedTrace } from './generated-trace.ts'
import { evaluated, id, said, text } from './hand-written.ts'

const run = (events: readonly TraceEvent[]) => ({ events, outcome: { kind: 'completed' } as const })
const compare = (before: readonly TraceEvent[], after: readonly TraceEvent[], topic: Topic) =>
  compareRuns(run(before), run(after)).find((one) => one.topic === topic)

test('a run is the same as itself', () => {
  fc.assert(
    fc.property(generatedTrace, (events) => {
      expect(compareRuns(run(events), run(structuredClone(events))).flatMap(({ differences }) => differences)).toEqual(
        [],
      )
    }),
  )
})

test('what one run adds to another, the other lacks of it', () => {
  fc.assert(
    fc.property(generatedTrace, generatedTrace, (one, other) => {
      const there = compareRuns(run(one), run(other))
      const back = compareRuns(run(other), run(one))
      for (const [position, { differences, same }] of there.entries()) {
        const subjects = (kind: string, list = differences) =>
          list.flatMap((difference) => (difference.kind === kind ? [difference.subject] : [])).sort()
        const mirrored = back[position]?.differences ?? []
        expect(subjects('added')).toEqual(subjects('removed', [...mirrored]))
        expect(subjects('changed')).toEqual(subjects('changed', [...mirrored]))
        expect(back[position]?.same).toBe(same)
      }
    }),
  )
})

test('modules are held together by key, with how often they were evaluated', () => {
  expect(
    compare(
      [evaluated('a.ts'), evaluated('b.ts'), evaluated('c.ts')],
      [evaluated('a.ts'), evaluated('b.ts'), evaluated('b.ts'), evaluated('d.ts')],
      'modules',
    ),
  ).toEqual({
    topic: 'modules',
    same: 1,
    differences: [
      { kind: 'changed', subject: 'b.ts', before: '1', after: '2' },
      { kind: 'removed', subject: 'c.ts', before: '1' },
      { kind: 'added', subject: 'd.ts', after: '1' },
    ],
  })
})

test('console lines count by their text', () => {
  expect(compare([said('x'), said('x'), said('y')], [said('x'), said('y')], 'console')).toMatchObject({
    same: 1,
    differences: [{ kind: 'changed', subject: 'x', before: '2', after: '1' }],
  })
})

test('plugins count by their seat', () => {
  const seated: PluginRegistered = {
    kind: 'plugin-registered',
    process: 'worker-0',
    pluginKind: 'worker',
    plugin: 'Mine-1',
    class: null,
    via: null,
  }
  expect(compare([], [seated], 'plugins')?.differences).toEqual([
    { kind: 'added', subject: 'worker-0: Mine-1', after: '1' },
  ])
})

test('a dispatch that found no arm, and now does, is changed', () => {
  const refused: Dispatched = {
    kind: 'dispatched',
    function: 'registerPlugin',
    at: null,
    value: text(''),
    arms: [],
    hops: [{ class: id(1), label: 'Mine', arm: null }],
    chosen: null,
  }
  const taken: Dispatched = {
    ...refused,
    hops: [...refused.hops, { class: id(2), label: 'WorkerPlugin', arm: id(2) }],
    chosen: id(2),
  }
  expect(compare([refused], [taken], 'checks')?.differences).toEqual([
    { kind: 'changed', subject: 'registerPlugin(Mine)', before: NO_ARM, after: 'WorkerPlugin' },
  ])
})

test('a real program before and after its mend differs in its modules, its classes and its answer', async () => {
  const kit = { text: 'export class Plugin {}', file: 'kit.ts' }
  const program = (from: string) => ({
    'main.ts': `import { Plugin } from './kit.ts'\nimport { Plugin as Other } from '${from}'\n\nclass Mine extends Other {}\nfor (let i = 0; i < 3; i += 1) console.log(new Mine() instanceof Plugin)`,
    'kit.ts': kit,
    'copy/kit.ts': kit,
  })
  const before = await runTraced(program('./copy/kit.ts'))
  const after = await runTraced(program('./kit.ts'))
  expect(compareRuns(run(before.events), run(after.events))).toEqual([
    { topic: 'modules', same: 2, differences: [{ kind: 'removed', subject: 'copy/kit.ts', before: '1' }] },
    { topic: 'classes', same: 1, differences: [{ kind: 'changed', subject: 'Plugin', before: '2', after: '1' }] },
    {
      topic: 'checks',
      same: 0,
      differences: [{ kind: 'changed', subject: 'main.ts: instanceof Plugin', before: 'false × 3', after: 'true × 3' }],
    },
    { topic: 'plugins', same: 0, differences: [] },
    {
      topic: 'console',
      same: 0,
      differences: [
        { kind: 'removed', subject: 'false', before: '3' },
        { kind: 'added', subject: 'true', after: '3' },
      ],
    },
  ])
})
