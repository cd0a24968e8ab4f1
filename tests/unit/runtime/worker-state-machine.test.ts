/** The worker's state machine on its own: what follows from each stimulus, in which order. */

import { dumps } from 'distributed/protocol/pickle'
import { WorkerState } from 'distributed/worker-state-machine'
import type { WorkerStimulus } from 'distributed/worker-tasks'
import { expect, test } from 'vitest'

const runSpec = dumps({ fn: () => 1, args: [] })
const compute = (key: string): WorkerStimulus => ({ op: 'compute-task', key, runSpec })

/** One line an instruction. */
function follows(state: WorkerState, stimulus: WorkerStimulus): string[] {
  return [...state.handleStimulus(stimulus)].map((instruction) => {
    if (instruction.op === 'transition') return `${instruction.key} ${instruction.start}-${instruction.finish}`
    return `${instruction.op} ${'keys' in instruction ? instruction.keys : instruction.key}`
  })
}

test('a task is run at once while a thread is free', () => {
  const state = new WorkerState({ nthreads: 1 })
  expect(follows(state, compute('a'))).toEqual([
    'a released-waiting',
    'a waiting-ready',
    'a ready-executing',
    'execute a',
  ])
})

test('a task waits as ready while no thread is free, and runs when one is', () => {
  const state = new WorkerState({ nthreads: 1 })
  follows(state, compute('a'))
  expect(follows(state, compute('b'))).toEqual(['b released-waiting', 'b waiting-ready'])
  expect(follows(state, { op: 'execute-success', key: 'a', value: 1 })).toEqual([
    'a executing-memory',
    'b ready-executing',
    'task-finished a',
    'execute b',
  ])
})

test('a task that fails is in error, and the next one runs', () => {
  const state = new WorkerState({ nthreads: 1 })
  follows(state, compute('a'))
  follows(state, compute('b'))
  const exception = new Error('no')
  const failure = { op: 'execute-failure', key: 'a', exception, pickled: dumps(exception) } as const
  expect(follows(state, failure)).toEqual(['a executing-error', 'b ready-executing', 'task-erred a', 'execute b'])
  expect(state.tasks.get('a')?.exception).toBe(exception)
})

test('a task that is freed while it runs leaves nothing behind, and its thread goes to the next', () => {
  const state = new WorkerState({ nthreads: 1 })
  follows(state, compute('a'))
  follows(state, compute('b'))
  expect(follows(state, { op: 'free-keys', keys: ['a'] })).toEqual(['a executing-released'])
  expect(state.tasks.get('a')?.state).toBe('cancelled')
  expect(follows(state, { op: 'execute-success', key: 'a', value: 1 })).toEqual([
    ...['a cancelled-memory', 'a released-forgotten', 'b ready-executing'],
    'execute b',
  ])
  expect([...state.tasks.keys()]).toEqual(['b'])
  expect(state.data.size).toBe(0)
})

test('a task that is freed before it runs is not run', () => {
  const state = new WorkerState({ nthreads: 1 })
  follows(state, compute('a'))
  follows(state, compute('b'))
  follows(state, { op: 'free-keys', keys: ['b'] })
  expect(follows(state, { op: 'execute-success', key: 'a', value: 1 })).toEqual([
    'a executing-memory',
    'task-finished a',
  ])
})

test('a transition is handed out while the task is still there to be looked at', () => {
  const state = new WorkerState({ nthreads: 1 })
  follows(state, compute('a'))
  follows(state, { op: 'execute-success', key: 'a', value: 1 })
  const seen: (string | undefined)[] = []
  for (const instruction of state.handleStimulus({ op: 'free-keys', keys: ['a'] })) {
    if (instruction.op === 'transition') seen.push(state.tasks.get(instruction.key)?.state)
  }
  expect(seen).toEqual(['released', 'forgotten'])
  expect(state.tasks.size).toBe(0)
})

test('a task that is stolen is given up while it waits, and kept once it runs', () => {
  const state = new WorkerState({ nthreads: 1 })
  follows(state, compute('a'))
  follows(state, compute('b'))
  const steal = (key: string) => follows(state, { op: 'steal-request', key, stimulusId: 'steal-0' })
  expect(steal('b')).toEqual(['b ready-released', 'b released-forgotten', 'steal-response b'])
  expect(steal('a')).toEqual(['steal-response a'])
  expect([...state.tasks.values()].map(({ key, state: now }) => [key, now])).toEqual([['a', 'executing']])
})

test('a task that secedes gives its thread to the next one, and keeps its resources', () => {
  const state = new WorkerState({ nthreads: 1, resources: { GPU: 1 } })
  follows(state, { op: 'compute-task', key: 'a', runSpec, resources: { GPU: 1 } })
  follows(state, compute('b'))
  expect(follows(state, { op: 'secede', key: 'a' })).toEqual([
    ...['a executing-long-running', 'b ready-executing'],
    ...['long-running a', 'execute b'],
  ])
  expect(state.available.get('GPU')).toBe(0)
  expect(follows(state, { op: 'execute-success', key: 'a', value: 1 })).toEqual([
    'a long-running-memory',
    'task-finished a',
  ])
  expect(state.available.get('GPU')).toBe(1)
})

test('a task that is asked for again while it still runs gives back what it took, not what is asked now', () => {
  const state = new WorkerState({ nthreads: 1, resources: { GPU: 1 } })
  follows(state, compute('a'))
  follows(state, { op: 'free-keys', keys: ['a'] })
  follows(state, { op: 'compute-task', key: 'a', runSpec, resources: { GPU: 1 } })
  follows(state, { op: 'execute-success', key: 'a', value: 1 })
  expect([state.tasks.get('a')?.state, state.available.get('GPU')]).toEqual(['memory', 1])
})

test('a task that secedes unwanted says so when it is wanted again', () => {
  const state = new WorkerState({ nthreads: 1 })
  follows(state, compute('a'))
  follows(state, { op: 'free-keys', keys: ['a'] })
  expect(follows(state, { op: 'secede', key: 'a' })).toEqual(['a cancelled-long-running'])
  expect(follows(state, compute('a'))).toEqual(['a cancelled-waiting', 'long-running a'])
  expect(state.tasks.get('a')?.state).toBe('long-running')
})
