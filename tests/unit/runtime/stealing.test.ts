/** Work stealing on its own: who is robbed, of what, and by whom. */

import { dumps } from 'distributed/protocol/pickle'
import { SchedulerState } from 'distributed/scheduler-state'
import type { NewTask, SchedulerStimulus } from 'distributed/scheduler-tasks'
import type { WorkerTaskStateState } from 'distributed/worker-tasks'
import { expect, test } from 'vitest'

const runSpec = dumps({ fn: () => 1, args: [] })

function told(state: SchedulerState, stimulus: SchedulerStimulus): string[] {
  return [...state.handleStimulus(stimulus)].flatMap((instruction) => {
    if (instruction.op === 'steal-request') return `${instruction.worker}: ${instruction.op} ${instruction.key}`
    if (instruction.op === 'compute-task') return `${instruction.worker}: ${instruction.op} ${instruction.key}`
    if (instruction.op !== 'log-event') return []
    const [what, rest] = Object(instruction.message)
    return `${instruction.topic}: ${what} ${Array.isArray(rest) ? rest.length : rest}`
  })
}

function join(state: SchedulerState, name: number): void {
  const status = 'running' as const
  const worker = { address: `worker-${name}`, name, nthreads: 1, resources: {}, nanny: null, status, nbytes: 0 }
  const none = { processing: new Set<never>(), longRunning: new Set<never>(), hasWhat: new Set<never>() }
  told(state, { op: 'add-worker', worker: { ...worker, ...none } })
}

/** Worker 0 has been given all the tasks, one by one, before worker 1 came. */
function crowded(...tasks: readonly Omit<NewTask, 'runSpec'>[]): SchedulerState {
  const state = new SchedulerState()
  join(state, 0)
  for (const [generation, task] of tasks.entries()) {
    told(state, { op: 'update-graph', client: 'client', generation, tasks: [{ ...task, runSpec }] })
  }
  join(state, 1)
  return state
}

const balance = (state: SchedulerState) => told(state, { op: 'balance', now: 1 })
const answer = (state: SchedulerState, key: string, at: WorkerTaskStateState | null, id = 0) =>
  told(state, { op: 'steal-response', worker: 'worker-0', key, state: at, stimulusId: `steal-${id}` })
const processing = (state: SchedulerState) =>
  [...state.workers.values()].map((worker) => [...worker.processing].map(({ key }) => key))

const here = { workers: [0] }

test('a waiting task is asked of the busy worker, and sent to the idle one when it is given up', () => {
  const state = crowded({ key: 'a', ...here }, { key: 'b' })
  expect(balance(state)).toEqual(['worker-0: steal-request b', 'stealing: request 1'])
  expect(processing(state)).toEqual([['a', 'b'], []])
  expect(answer(state, 'b', 'ready')).toEqual(['worker-1: compute-task b', 'stealing: confirm b'])
  expect(processing(state)).toEqual([['a'], ['b']])
})

test('a task that has begun stays, and is not asked for again', () => {
  const state = crowded({ key: 'a' }, { key: 'b', ...here })
  expect(balance(state)).toEqual(['worker-0: steal-request a', 'stealing: request 1'])
  expect(answer(state, 'a', 'executing')).toEqual(['stealing: already-computing a'])
  expect(processing(state)).toEqual([['a', 'b'], []])
  expect(balance(state)).toEqual([])
})

test('what is under way counts, so that the thief is not given more than the victim keeps', () => {
  const state = crowded({ key: 'a', ...here }, { key: 'b' }, { key: 'c' }, { key: 'd' })
  expect(balance(state)).toEqual(['worker-0: steal-request b', 'stealing: request 1'])
  expect(balance(state)).toEqual(['worker-0: steal-request c', 'stealing: request 1'])
  expect(balance(state)).toEqual([])
})

test('tasks go where they may: nowhere else, or elsewhere too', () => {
  const state = crowded({ key: 'a', ...here }, { key: 'b', ...here }, { key: 'c', ...here, allowOtherWorkers: true })
  expect(balance(state)).toEqual(['worker-0: steal-request c', 'stealing: request 1'])
})

test('nothing is stolen where all are busy, or none is', () => {
  const alone = new SchedulerState()
  join(alone, 0)
  expect(balance(alone)).toEqual([])
  expect(balance(crowded({ key: 'a' }))).toEqual([])
})

test('an answer that comes too late is only noted', () => {
  const state = crowded({ key: 'a', ...here }, { key: 'b' })
  balance(state)
  told(state, { op: 'client-releases-keys', client: 'client', keys: ['b'] })
  expect(answer(state, 'b', 'ready')).toEqual([])
  told(state, { op: 'update-graph', client: 'client', generation: 9, tasks: [{ key: 'b', runSpec }] })
  expect(answer(state, 'b', 'ready')).toEqual(['stealing: already-aborted b'])
})

test('a task that its worker does not know any more is given out anew', () => {
  const state = crowded({ key: 'a', ...here }, { key: 'b' })
  balance(state)
  expect(answer(state, 'b', null)).toEqual(['stealing: reschedule false', 'worker-1: compute-task b'])
})

test('a task that has given its thread back counts no more, and cannot be stolen', () => {
  const state = crowded({ key: 'a' }, { key: 'b', ...here })
  const { runId = 0 } = state.tasks.get('a') ?? {}
  told(state, { op: 'long-running', worker: 'worker-0', key: 'a', runId })
  const worker = state.workers.get('worker-0')
  expect(worker && state.placement.occupancyOf(worker)).toBe(0.5)
  expect(balance(state)).toEqual([])
})
