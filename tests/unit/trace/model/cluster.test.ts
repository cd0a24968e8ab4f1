/** The cluster is drawn from what its processes reported, and stays small however long the run is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HookCalled, MessageSent, PluginRegistered, TraceEvent } from '../../../../src/trace/events.ts'
import { foldCluster, processesOf } from '../../../../src/trace/model/cluster.ts'
import { layOut } from '../../../../src/trace/model/cluster-machines.ts'
import { id, said, text } from './hand-written.ts'

const sent = (from: string, to: string, op = 'op'): MessageSent => ({
  kind: 'message-sent',
  from,
  to,
  op,
  payload: text('payload'),
})
const moved = (key: string, start: string, finish: string, process = 'scheduler'): TraceEvent => ({
  kind: 'task-transition',
  process,
  key,
  start,
  finish,
})
const seated = (process: string, plugin = 'Mine-1', via: string | null = 'registerPlugin'): PluginRegistered => ({
  kind: 'plugin-registered',
  process,
  pluginKind: 'worker',
  plugin,
  class: id(1),
  via,
})
const called = (process: string, hook: string, error: HookCalled['error'] = null): HookCalled => ({
  kind: 'hook-called',
  process,
  pluginKind: 'worker',
  plugin: 'Mine-1',
  class: id(1),
  hook,
  args: text('args'),
  error,
})
const processOf = (events: readonly TraceEvent[], name: string) =>
  foldCluster(events).processes.find((process) => process.name === name)

describe('processes', () => {
  test('appear when they are first heard of, with their role', () => {
    const { processes } = foldCluster([
      sent('nanny-0', 'scheduler'),
      sent('worker-0', 'scheduler'),
      sent('client', 'scheduler'),
    ])
    expect(processes.map(({ name, role }) => [name, role])).toEqual([
      ['nanny-0', 'nanny'],
      ['scheduler', 'scheduler'],
      ['worker-0', 'worker'],
      ['client', 'client'],
    ])
    expect(processOf([sent('tcp://x', 'scheduler')], 'tcp://x')?.role).toBe('other')
  })

  test('count what they sent and received', () => {
    const events = [sent('client', 'scheduler'), sent('client', 'scheduler'), sent('scheduler', 'client')]
    expect(processOf(events, 'client')).toMatchObject({ sent: 2, received: 1 })
    expect(processOf(events, 'scheduler')).toMatchObject({ sent: 1, received: 2 })
  })

  test('have left once they said goodbye', () => {
    expect(processOf([sent('worker-0', 'scheduler', 'close-stream')], 'worker-0')?.isGone).toBe(true)
    expect(processOf([sent('worker-0', 'scheduler', 'close-stream')], 'scheduler')?.isGone).toBe(false)
  })
})

describe('plugins', () => {
  test('sit where they were registered, and know how they came there', () => {
    const events = [seated('scheduler'), seated('worker-0', 'Mine-1', null)]
    expect(processOf(events, 'scheduler')?.seats).toMatchObject([
      { plugin: 'Mine-1', class: 1, via: 'registerPlugin', index: 0 },
    ])
    expect(processOf(events, 'worker-0')?.seats).toMatchObject([{ via: null, index: 1 }])
  })

  test('leave their seat, and a second of the same name takes the place of the first', () => {
    const left: PluginRegistered = { ...seated('worker-0'), kind: 'plugin-unregistered' }
    expect(processOf([seated('worker-0'), left], 'worker-0')?.seats).toEqual([])
    expect(processOf([seated('worker-0'), seated('worker-0')], 'worker-0')?.seats).toMatchObject([{ index: 1 }])
  })

  test('count each call of a hook once, also one that throws', () => {
    const error = { name: 'E', message: '', frames: [], cause: null }
    const events = [
      seated('worker-0'),
      called('worker-0', 'setup'),
      called('worker-0', 'setup', error),
      called('worker-1', 'setup'),
    ]
    expect([...(processOf(events, 'worker-0')?.seats[0]?.hooks ?? [])]).toEqual([['setup', 1]])
  })
})

test('tasks by state are what following each task by its key gives', () => {
  const states = ['released', 'waiting', 'processing', 'memory', 'erred', 'forgotten']
  const moves = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom(...states)), { maxLength: 80 })
  fc.assert(
    fc.property(moves, (moves) => {
      const byKey = new Map<string, string>()
      const events = moves.map(([task, finish]) => {
        const event = moved(`task-${task}`, byKey.get(`task-${task}`) ?? 'released', finish)
        if (finish === 'forgotten') byKey.delete(`task-${task}`)
        else byKey.set(`task-${task}`, finish)
        return event
      })
      const expected = Map.groupBy(byKey.values(), (state) => state)
      const counts = processOf(events, 'scheduler')?.tasks ?? new Map()
      expect(new Map([...counts].sort())).toEqual(
        new Map([...expected].map(([s, all]) => [s, all.length] as const).sort()),
      )
    }),
  )
})

test('the latest fifty events are listed and the others counted', () => {
  const events = Array.from({ length: 120 }, (_, index) => sent('client', 'scheduler', `op-${index}`))
  const { recent, earlier } = foldCluster([said('x'), ...events])
  expect(recent.map(({ index }) => index)).toEqual(Array.from({ length: 50 }, (_, position) => 71 + position))
  expect(earlier).toBe(70)
})

test('a message happens in two processes, all else in one', () => {
  expect(processesOf(sent('client', 'scheduler'))).toEqual(['client', 'scheduler'])
  expect(processesOf(seated('worker-0'))).toEqual(['worker-0'])
})

test('a worker stands with its nanny, the hubs above them in their order', () => {
  const { processes } = foldCluster(
    ['nanny-0', 'nanny-1', 'worker-1', 'worker-0', 'client'].map((name) => sent(name, 'scheduler')),
  )
  const { hubs, machines } = layOut(processes)
  expect(hubs.map(({ name }) => name)).toEqual(['client', 'scheduler'])
  expect(machines.map((machine) => machine.processes.map(({ name }) => name))).toEqual([
    ['worker-1', 'nanny-1'],
    ['worker-0', 'nanny-0'],
  ])
})
