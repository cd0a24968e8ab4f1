/** The console shows what was said to a person, in order. */
import { expect, test } from 'vitest'
import type { TraceEvent } from '../../../../src/trace/events.ts'
import { foldConsole } from '../../../../src/trace/model/console.ts'
import { runTraced } from '../../../support/small-program.ts'
import { created, evaluated, said } from './hand-written.ts'

const EVENTS: readonly TraceEvent[] = [
  evaluated('main.ts'),
  said('first'),
  { kind: 'warned', process: 'client', category: 'DeprecationWarning', message: 'old' },
  created(1, 'A', { in: 'main.ts' }),
  { kind: 'logged', process: 'scheduler', level: 'INFO', logger: 'distributed.scheduler', message: 'up' },
  { kind: 'logged', process: 'worker-0', level: 'ERROR', logger: 'distributed.worker', message: 'down' },
  { kind: 'task-transition', process: 'scheduler', key: 'k', start: 'released', finish: 'waiting' },
  { kind: 'uncaught', error: { name: 'Error', message: 'bad', frames: [], cause: null } },
  { kind: 'truncated', what: 'console', dropped: 3 },
]

test('lines of the program and of the library, errors and cuts stand in one order', () => {
  expect(foldConsole(EVENTS).map(({ index, event }) => [index, event.kind])).toEqual([
    [1, 'console'],
    [2, 'warned'],
    [5, 'logged'],
    [7, 'uncaught'],
    [8, 'truncated'],
  ])
})

test("what Dask's own log says below a warning stays off the screen, as in a LocalCluster", () => {
  const logged = foldConsole(EVENTS).flatMap(({ event }) => (event.kind === 'logged' ? [event.level] : []))
  expect(logged).toEqual(['ERROR'])
})

test('only as many events count as are asked for', () => {
  expect(foldConsole(EVENTS, 3).map(({ event }) => event.kind)).toEqual(['console', 'warned'])
  expect(foldConsole(EVENTS, 0)).toEqual([])
  expect(foldConsole(EVENTS, 99)).toEqual(foldConsole(EVENTS))
})

test('a real program is shown line by line', async () => {
  const { events } = await runTraced({
    'main.ts': 'for (const n of [1, 2]) { class A {} console.log(n, new A() instanceof A) }',
  })
  expect(foldConsole(events).map(({ event }) => event)).toMatchObject([
    { values: [{ text: '1' }, { text: 'true' }] },
    { values: [{ text: '2' }, { text: 'true' }] },
  ])
})

const FAT = 'const fat = Array.from({ length: 40 }, (_, i) => Array.from({ length: 40 }, (_, j) => ({ i, j })))'

test('the largest picture of a value that there is counts as a repeat', async () => {
  const { events } = await runTraced({ 'main.ts': `${FAT}\nfor (const _ of [1, 2, 3]) console.log(fat)` })
  expect(foldConsole(events)).toMatchObject([{ count: 3 }])
})

test('lines with more in them than is compared stand each for itself', async () => {
  const line = 'console.log(...Array.from({ length: 50 }, () => fat))'
  const { events } = await runTraced({ 'main.ts': `${FAT}\nfor (const _ of [1, 2, 3]) ${line}` })
  expect(foldConsole(events)).toMatchObject([{ count: 1 }, { count: 1 }, { count: 1 }])
})

test('a thousand fat lines are looked at no further than the bound', () => {
  let looks = 0
  const deep = { kind: 'primitive', type: 'string' } as const
  const fat = Array.from({ length: 20_000 }, () => ({
    ...deep,
    get text() {
      looks += 1
      return 'x'
    },
  }))
  const events = Array.from({ length: 1_000 }, (): TraceEvent => ({ kind: 'console', level: 'log', values: [...fat] }))
  expect(foldConsole(events)).toHaveLength(1_000)
  expect(looks).toBeLessThan(1_000 * 2 * 5_000)
})
