/** distributed/scheduler.py `_TRANSITIONS_TABLE`: what each change of a task's state does, and which others it recommends. */
import { Pickled } from 'distributed/protocol/pickle'
import type { SchedulerState } from 'distributed/scheduler-state'
import {
  comparePriority,
  type SchedulerMessage,
  type TaskState,
  type TaskStateState,
  type WorkerState,
} from 'distributed/scheduler-tasks'

/** The last one is taken first, as Python's `dict.popitem` does. */
export type Recs = readonly (readonly [string, TaskStateState])[]
type NewRecs = (readonly [string, TaskStateState])[]

type Transition = (state: SchedulerState, task: TaskState, details: Readonly<Record<string, unknown>>) => Recs

export const TRANSITIONS_TABLE: Readonly<Record<string, Transition>> = {
  'released,waiting': releasedWaiting,
  'released,forgotten': forget,
  'released,erred': releasedErred,
  'waiting,processing': waitingProcessing,
  'waiting,queued': (state, task) => {
    state.queued.add(task)
    return enter(task, 'queued')
  },
  'waiting,no-worker': (state, task) => {
    state.unrunnable.add(task)
    return enter(task, 'no-worker')
  },
  'waiting,released': waitingReleased,
  'queued,processing': (state, task) => {
    const worker = state.placement.decideQueued()
    if (worker === null) return []
    state.queued.delete(task)
    return startProcessing(state, task, worker)
  },
  'queued,released': (state, task) => {
    state.queued.delete(task)
    return propagateReleased(task)
  },
  'no-worker,processing': (state, task) => {
    const worker = state.placement.decide(task)
    if (worker === null) return []
    state.unrunnable.delete(task)
    return startProcessing(state, task, worker)
  },
  'no-worker,released': (state, task) => {
    state.unrunnable.delete(task)
    return propagateReleased(task)
  },
  'processing,memory': processingMemory,
  'processing,erred': processingErred,
  'processing,released': (state, task) => {
    const worker = state.placement.stopProcessing(task)
    if (worker !== null) freeKeys(state, task, worker.address)
    return propagateReleased(task)
  },
  'memory,released': memoryReleased,
  'memory,forgotten': forget,
  'erred,released': erredReleased,
}

/** What clients are told of a task as it is. scheduler.py `_task_to_report_msg` */
export function reportsOf(
  { key, state, typename, exceptionBlame }: TaskState,
  clients: Iterable<string>,
): SchedulerMessage[] {
  const exception = exceptionBlame?.exception ?? null
  return [...clients].flatMap((client): SchedulerMessage[] => {
    if (state === 'memory') return [{ op: 'key-in-memory', client, key, type: typename }]
    if (state === 'forgotten') return [{ op: 'cancelled-keys', client, keys: [key] }]
    return state === 'erred' && exception !== null ? [{ op: 'task-erred', client, key, exception }] : []
  })
}

function tellClients(state: SchedulerState, task: TaskState): void {
  state.instructions.push(...reportsOf(task, task.whoWants))
}

function releasedWaiting(_state: SchedulerState, task: TaskState): Recs {
  if (task.hasLostDependencies) return [[task.key, 'forgotten']]
  const recs: NewRecs = []
  for (const dependency of task.dependencies) {
    if (dependency.whoHas.size === 0) task.waitingOn.add(dependency)
    if (dependency.state === 'released') recs.push([dependency.key, 'waiting'])
    else dependency.waiters.add(task)
  }
  task.waiters.clear()
  for (const dependent of task.dependents) if (dependent.state === 'waiting') task.waiters.add(dependent)
  if (task.waitingOn.size === 0) recs.push([task.key, 'processing'])
  return enter(task, 'waiting', recs)
}

function waitingProcessing(state: SchedulerState, task: TaskState): Recs {
  const isRootish = state.placement.isRootish(task)
  const worker = isRootish ? state.placement.decideQueued() : state.placement.decide(task)
  if (worker === null) return [[task.key, isRootish ? 'queued' : 'no-worker']]
  return startProcessing(state, task, worker)
}

function waitingReleased(_state: SchedulerState, task: TaskState): Recs {
  const recs: NewRecs = []
  for (const dependency of task.dependencies) {
    if (dependency.waiters.delete(task) && isUnneeded(dependency)) recs.push([dependency.key, 'released'])
  }
  task.waitingOn.clear()
  if (task.hasLostDependencies) recs.push([task.key, 'forgotten'])
  else if (task.exceptionBlame === null && !isUnneeded(task)) recs.push([task.key, 'waiting'])
  else task.waiters.clear()
  return enter(task, 'released', recs)
}

function startProcessing(state: SchedulerState, task: TaskState, worker: WorkerState): Recs {
  state.placement.startProcessing(task, worker)
  state.instructions.push(...computeTask(task, worker))
  return enter(task, 'processing')
}

/** What a worker is sent for a task; nothing for what cannot be computed. scheduler.py `_task_to_msg` */
export function computeTask(task: TaskState, { address: worker }: WorkerState): readonly SchedulerMessage[] {
  const { key, runSpec, runId, priority, resourceRestrictions: resources } = task
  if (runSpec === null) return []
  const whoHas = [...task.dependencies].map((dependency) => {
    return [dependency.key, [...dependency.whoHas].map(({ address }) => address)] as const
  })
  const needed = Object.fromEntries(whoHas)
  return [{ op: 'compute-task', worker, key, runSpec, runId, priority, resources, whoHas: needed }]
}

/** scheduler.py `_transition_processing_memory`, `_add_to_memory` */
function processingMemory(state: SchedulerState, task: TaskState, details: Readonly<Record<string, unknown>>): Recs {
  const worker = state.placement.stopProcessing(task)
  if (worker === null) return [[task.key, 'released']]
  task.nbytes = Number(details.nbytes)
  task.typename = String(details.typename)
  state.placement.addReplica(task, worker)
  enter(task, 'memory')
  const recs: NewRecs = []
  const dependents = [...task.dependents].sort((one, other) => comparePriority(other.priority, one.priority))
  for (const dependent of dependents) {
    if (dependent.waitingOn.delete(task) && dependent.waitingOn.size === 0) recs.push([dependent.key, 'processing'])
  }
  for (const dependency of task.dependencies) {
    dependency.waiters.delete(task)
    if (isUnneeded(dependency)) recs.push([dependency.key, 'released'])
  }
  if (isUnneeded(task)) recs.push([task.key, 'released'])
  else tellClients(state, task)
  recs.push(...state.releaseForgotten(task))
  return recs
}

/** scheduler.py `_transition_processing_erred`, `_propagate_erred` */
function processingErred(state: SchedulerState, task: TaskState, details: Readonly<Record<string, unknown>>): Recs {
  state.placement.stopProcessing(task)
  if (Pickled.is(details.exception)) task.exception = details.exception
  if (typeof details.worker === 'string') task.erredOn.add(details.worker)
  task.exceptionBlame = task
  const recs: NewRecs = []
  for (const dependent of task.waiters) {
    dependent.exceptionBlame = task
    recs.push([dependent.key, 'erred'])
  }
  for (const dependency of task.dependencies) {
    dependency.waiters.delete(task)
    if (isUnneeded(dependency)) recs.push([dependency.key, 'released'])
  }
  task.waiters.clear()
  enter(task, 'erred')
  tellClients(state, task)
  recs.push(...state.releaseForgotten(task))
  return recs
}

function releasedErred(state: SchedulerState, task: TaskState): Recs {
  const recs: NewRecs = []
  for (const dependent of task.dependents) {
    if (dependent.whoHas.size > 0) continue
    dependent.exceptionBlame = task.exceptionBlame
    recs.push([dependent.key, 'erred'])
  }
  enter(task, 'erred')
  tellClients(state, task)
  return recs
}

function erredReleased(state: SchedulerState, task: TaskState): Recs {
  task.exception = null
  task.exceptionBlame = null
  const recs: NewRecs = []
  for (const { key, state: dependent } of task.dependents) if (dependent === 'erred') recs.push([key, 'waiting'])
  for (const worker of task.erredOn) freeKeys(state, task, worker)
  task.erredOn.clear()
  for (const client of task.whoWants) state.instructions.push({ op: 'task-retried', client, key: task.key })
  return enter(task, 'released', recs)
}

function memoryReleased(state: SchedulerState, task: TaskState): Recs {
  dropReplicas(state, task)
  for (const client of task.whoWants) state.instructions.push({ op: 'lost-data', client, key: task.key })
  const recs: NewRecs = []
  const hasErred = [...task.dependencies].some((dependency) => dependency.state === 'erred')
  if (task.hasLostDependencies) recs.push([task.key, 'forgotten'])
  else if (!isUnneeded(task) && !hasErred) recs.push([task.key, 'waiting'])
  for (const dependent of task.waiters) {
    if (['no-worker', 'processing', 'queued'].includes(dependent.state)) recs.push([dependent.key, 'waiting'])
    else if (dependent.state === 'waiting') dependent.waitingOn.add(task)
  }
  return enter(task, 'released', recs)
}

/** scheduler.py `_propagate_released` */
function propagateReleased(task: TaskState): Recs {
  enter(task, 'released')
  if (!task.hasLostDependencies && !isUnneeded(task)) return [[task.key, 'waiting']]
  const recs: NewRecs = task.hasLostDependencies ? [[task.key, 'forgotten']] : []
  for (const dependency of task.dependencies) {
    if (dependency.state === 'released') continue
    dependency.waiters.delete(task)
    if (isUnneeded(dependency)) recs.push([dependency.key, 'released'])
  }
  task.waiters.clear()
  return recs
}

/** scheduler.py `_propagate_forgotten` */
function forget(state: SchedulerState, task: TaskState): Recs {
  const recs: NewRecs = []
  for (const dependent of task.dependents) {
    dependent.hasLostDependencies = true
    dependent.dependencies.delete(task)
    dependent.waitingOn.delete(task)
    if (!['memory', 'erred'].includes(dependent.state)) recs.push([dependent.key, 'forgotten'])
  }
  task.dependents.clear()
  task.waiters.clear()
  for (const dependency of task.dependencies) {
    dependency.dependents.delete(task)
    dependency.waiters.delete(task)
    if (dependency.dependents.size === 0 && dependency.whoWants.size === 0) recs.push([dependency.key, 'forgotten'])
  }
  task.dependencies.clear()
  task.waitingOn.clear()
  dropReplicas(state, task)
  enter(task, 'forgotten')
  // Whoever wants it still will not get it: the value was scattered and is lost, or what it needs is.
  tellClients(state, task)
  return recs
}

function dropReplicas(state: SchedulerState, task: TaskState): void {
  for (const worker of [...task.whoHas]) {
    freeKeys(state, task, worker.address)
    state.placement.removeReplica(task, worker)
  }
}

function freeKeys(state: SchedulerState, { key }: TaskState, worker: string): void {
  if (state.workers.has(worker)) state.instructions.push({ op: 'free-keys', worker, keys: [key] })
}

function isUnneeded({ waiters, whoWants }: TaskState): boolean {
  return waiters.size === 0 && whoWants.size === 0
}

function enter(task: TaskState, state: TaskStateState, recs: Recs = []): Recs {
  task.state = state
  return recs
}
