/** The scheduler's state machine on its own: what follows from each stimulus, in which order. */

import { dumps } from 'distributed/protocol/pickle'
import { SchedulerState, type SchedulerStimulus } from 'distributed/scheduler-state'
import { expect, test } from 'vitest'

const runSpec = dumps({ fn: () => 1, args: [] })
const graph = (client: string, ...keys: string[]): SchedulerStimulus => ({
  op: 'update-graph',
  client,
  tasks: keys.map((key) => ({ key, runSpec, workers: null })),
})

/** One line an instruction. */
function follows(state: SchedulerState, stimulus: SchedulerStimulus): string[] {
  return [...state.handleStimulus(stimulus)].map((instruction) => {
    switch (instruction.op) {
      case 'transition':
        return `${instruction.key} ${instruction.start}-${instruction.finish}`
      case 'compute-task':
        return `${instruction.worker} compute ${instruction.key}`
      case 'free-keys':
        return `${instruction.worker} free ${instruction.keys}`
      default:
        return `${instruction.client} ${instruction.op} ${instruction.key}`
    }
  })
}

function join(state: SchedulerState, name: number): string[] {
  const worker = { address: `worker-${name}`, name, nthreads: 1, nanny: null, processing: new Set<string>() }
  return follows(state, { op: 'add-worker', worker })
}

test('tasks start in the order in which they came, on idle workers in turn', () => {
  const state = new SchedulerState()
  join(state, 0)
  join(state, 1)
  expect(follows(state, graph('client', 'a', 'b', 'c'))).toEqual([
    ...['a released-waiting', 'a waiting-processing'],
    ...['b released-waiting', 'b waiting-processing'],
    ...['c released-waiting', 'c waiting-processing'],
    ...['worker-0 compute a', 'worker-1 compute b', 'worker-0 compute c'],
  ])
})

test('a task without a worker waits for one', () => {
  const state = new SchedulerState()
  expect(follows(state, graph('client', 'a'))).toEqual(['a released-waiting', 'a waiting-no-worker'])
  expect(join(state, 0)).toEqual(['a no-worker-processing', 'worker-0 compute a'])
})

test('a finished task is told to each client that wants it, and freed when none does', () => {
  const state = new SchedulerState()
  join(state, 0)
  follows(state, graph('one', 'a'))
  follows(state, graph('two', 'a'))
  const finished = { op: 'task-finished', worker: 'worker-0', key: 'a' } as const
  expect(follows(state, finished)).toEqual(['a processing-memory', 'one key-in-memory a', 'two key-in-memory a'])
  expect(follows(state, graph('three', 'a'))).toEqual(['three key-in-memory a'])
  const release = (client: string) => follows(state, { op: 'client-releases-keys', client, keys: ['a'] })
  expect(release('one')).toEqual([])
  expect(release('two')).toEqual([])
  expect(release('three')).toEqual(['a memory-forgotten', 'worker-0 free a'])
  expect(state.tasks.size).toBe(0)
})

test('a task whose worker left goes to another, and a result nobody waits for is freed', () => {
  const state = new SchedulerState()
  join(state, 0)
  join(state, 1)
  follows(state, graph('client', 'a'))
  expect(follows(state, { op: 'remove-worker', worker: 'worker-0' })).toEqual([
    ...['a processing-released', 'a released-waiting', 'a waiting-processing'],
    'worker-1 compute a',
  ])
  expect(follows(state, { op: 'task-finished', worker: 'worker-0', key: 'a' })).toEqual(['worker-0 free a'])
  expect(state.tasks.get('a')?.state).toBe('processing')
})

test('a released task that is still running is taken from its worker', () => {
  const state = new SchedulerState()
  join(state, 0)
  follows(state, graph('client', 'a'))
  expect(follows(state, { op: 'client-releases-keys', client: 'client', keys: ['a'] })).toEqual([
    ...['a processing-released', 'a released-forgotten'],
    'worker-0 free a',
  ])
  expect(state.workers.get('worker-0')?.processing.size).toBe(0)
})

test('a way that the table does not know is a bug, and says so', () => {
  const state = new SchedulerState()
  join(state, 0)
  follows(state, graph('client', 'a'))
  const task = state.tasks.get('a')
  if (task !== undefined) task.state = 'released'
  expect(() => follows(state, { op: 'task-finished', worker: 'worker-0', key: 'a' })).toThrow(
    'Impossible transition from released to memory for "a".',
  )
})
