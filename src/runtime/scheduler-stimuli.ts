/** distributed/scheduler.py `stimulus_…`, `handle_…`: what the scheduler makes of what workers say. */
import type { SchedulerState } from 'distributed/scheduler-state'
import type { SchedulerStimulus } from 'distributed/scheduler-tasks'
import { computeTask, type Recs } from 'distributed/scheduler-transitions'

/** What a stimulus sets off: recommendations, and the keyword arguments of the transition that it asks for itself. */
export interface Begun {
  readonly recs: Recs
  readonly details?: Readonly<Record<string, unknown>>
}

export const NOTHING: Begun = { recs: [] }

type Said<Op extends SchedulerStimulus['op']> = Extract<SchedulerStimulus, { readonly op: Op }>

/** scheduler.py `stimulus_task_finished` */
export function taskFinished(state: SchedulerState, { worker, key, runId, message }: Said<'task-finished'>): Begun {
  const task = state.tasks.get(key)
  const sender = state.workers.get(worker)
  if (sender === undefined) return NOTHING
  if (task?.state === 'memory') return addKeys(state, { op: 'add-keys', worker, keys: [key] })
  const isExpected = task?.state === 'processing' && task.runId === runId && task.processingOn === sender
  if (isExpected) return { recs: [[key, 'memory']], details: { ...message, worker } }
  // An answer that nobody waits for any more, or of a run that was given up.
  if (task?.state === 'processing' && task.processingOn === sender) return { recs: [[key, 'released']] }
  state.instructions.push({ op: 'free-keys', worker, keys: [key] })
  return NOTHING
}

/** scheduler.py `stimulus_task_erred` */
export function taskErred(state: SchedulerState, { worker, key, runId, message }: Said<'task-erred'>): Begun {
  const task = state.tasks.get(key)
  if (task?.state !== 'processing' || task.processingOn?.address !== worker) return NOTHING
  if (task.runId !== runId) return { recs: [[key, 'released']] }
  if (task.retries > 0) {
    task.retries -= 1
    return { recs: [[key, 'waiting']] }
  }
  return { recs: [[key, 'erred']], details: { ...message, cause: key, worker } }
}

/** scheduler.py `add_keys`: a worker has fetched results of others. */
export function addKeys(state: SchedulerState, { worker: address, keys }: Said<'add-keys'>): Begun {
  const worker = state.workers.get(address)
  if (worker === undefined) return NOTHING
  const redundant = keys.filter((key) => {
    const task = state.tasks.get(key)
    if (task?.state !== 'memory') return true
    state.placement.addReplica(task, worker)
    return false
  })
  if (redundant.length > 0) state.instructions.push({ op: 'remove-replicas', worker: address, keys: redundant })
  return NOTHING
}

/** scheduler.py `release_worker_data` */
export function releaseWorkerData(state: SchedulerState, said: Said<'release-worker-data'>): Begun {
  const task = state.tasks.get(said.key)
  const worker = state.workers.get(said.worker)
  if (task === undefined || worker === undefined || !task.whoHas.has(worker)) return NOTHING
  state.placement.removeReplica(task, worker)
  return task.whoHas.size === 0 ? { recs: [[said.key, 'released']] } : NOTHING
}

/** A task goes on without its thread. scheduler.py `handle_long_running` */
export function longRunning(state: SchedulerState, { worker, key, runId }: Said<'long-running'>): Begun {
  const task = state.tasks.get(key)
  const sender = state.workers.get(worker)
  if (task === undefined || sender === undefined) return NOTHING
  if (task.processingOn !== sender || task.runId !== runId) return NOTHING
  state.stealing.forget(task)
  state.placement.addLongRunning(task, sender)
  return NOTHING
}

/** stealing.py `move_task_confirm` */
export function stealResponse(state: SchedulerState, said: Said<'steal-response'>): Begun {
  const task = state.tasks.get(said.key)
  // It was released meanwhile.
  if (task === undefined) return NOTHING
  const { kind, told } = state.stealing.confirm(task, said, said.worker)
  if (kind === 'moved' && task.processingOn !== null) state.instructions.push(...computeTask(task, task.processingOn))
  state.instructions.push(told)
  return kind === 'reschedule' && task.state === 'processing' ? { recs: [[said.key, 'released']] } : NOTHING
}
