/** The scheduler's state machine on its own: what follows from each stimulus, in which order. */

import { dumps } from 'distributed/protocol/pickle'
import { SchedulerState } from 'distributed/scheduler-state'
import type { SchedulerStimulus, TaskFinished } from 'distributed/scheduler-tasks'
import { expect, test } from 'vitest'

const runSpec = dumps({ fn: () => 1, args: [] })
const graph = (client: string, ...keys: string[]): SchedulerStimulus => ({
  op: 'update-graph',
  client,
  generation: 0,
  tasks: keys.map((key) => ({ key, runSpec })),
})
const message: TaskFinished = {
  ...{ metadata: {}, nbytes: 28, startstops: [], status: 'OK', thread: 1, type: Number, typename: 'Number' },
}

/** One line an instruction. */
function follows(state: SchedulerState, stimulus: SchedulerStimulus): string[] {
  return [...state.handleStimulus(stimulus)].flatMap((instruction) => {
    switch (instruction.op) {
      case 'update-graph':
      case 'log':
      case 'log-event':
      case 'steal-request':
      case 'acquire-replicas':
        return []
      case 'transition':
        return `${instruction.key} ${instruction.start}-${instruction.finish}`
      case 'compute-task':
        return `${instruction.worker} compute ${instruction.key}`
      case 'free-keys':
      case 'remove-replicas':
        return `${instruction.worker} free ${instruction.keys}`
      case 'cancelled-keys':
        return `${instruction.client} cancelled ${instruction.keys}`
      default:
        return `${instruction.client} ${instruction.op} ${instruction.key}`
    }
  })
}

function join(state: SchedulerState, name: number): string[] {
  const status = 'running' as const
  const worker = { address: `worker-${name}`, name, nthreads: 1, resources: {}, nanny: null, status, nbytes: 0 }
  const none = { processing: new Set<never>(), longRunning: new Set<never>(), hasWhat: new Set<never>() }
  return follows(state, { op: 'add-worker', worker: { ...worker, ...none } })
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

test('a task that no worker may run waits for one that may', () => {
  const state = new SchedulerState()
  join(state, 0)
  const asked = { key: 'a', runSpec, workers: ['worker-1'] }
  const states = follows(state, { op: 'update-graph', client: 'client', generation: 0, tasks: [asked] })
  expect(states.at(-1)).toBe('a waiting-no-worker')
  expect(join(state, 1)).toEqual(['a no-worker-processing', 'worker-1 compute a'])
})

test('tasks of a kind that are more than the threads can take are queued, until there is room', () => {
  const state = new SchedulerState()
  join(state, 0)
  follows(state, graph('client', 'x-1', 'x-2', 'x-3', 'x-4'))
  expect([...state.tasks.values()].map((task) => task.state)).toEqual([
    ...['processing', 'processing', 'queued', 'queued'],
  ])
  const finished = { op: 'task-finished', worker: 'worker-0', key: 'x-1', runId: 1, message } as const
  expect(follows(state, finished)).toEqual([
    ...['x-1 processing-memory', 'client key-in-memory x-1'],
    ...['x-3 queued-processing', 'worker-0 compute x-3'],
  ])
})

test('a finished task is told to each client that wants it, and freed when none does', () => {
  const state = new SchedulerState()
  join(state, 0)
  follows(state, graph('one', 'a'))
  follows(state, graph('two', 'a'))
  const finished = { op: 'task-finished', worker: 'worker-0', key: 'a', runId: 1, message } as const
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
  expect(follows(state, { op: 'remove-worker', worker: 'worker-0', expected: false })).toEqual([
    ...['a processing-released', 'a released-waiting', 'a waiting-processing'],
    'worker-1 compute a',
  ])
  expect(follows(state, { op: 'task-finished', worker: 'worker-1', key: 'a', runId: 2, message })).toHaveLength(2)
  expect(follows(state, { op: 'task-finished', worker: 'worker-1', key: 'b', runId: 1, message })).toEqual([
    'worker-1 free b',
  ])
  expect(state.tasks.get('a')?.state).toBe('memory')
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
  if (task !== undefined) task.state = 'forgotten'
  expect(() => follows(state, { op: 'remove-worker', worker: 'worker-0', expected: false })).toThrow(
    'Impossible transition from forgotten to released for "a".',
  )
})
