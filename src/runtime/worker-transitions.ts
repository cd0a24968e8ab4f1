/** distributed/worker_state_machine.py `_TRANSITIONS_TABLE`: what each change of a task's state does on a worker, and which others it recommends. */
import type { WorkerState } from 'distributed/worker-state-machine'
import type { WorkerTaskState, WorkerTaskStateState } from 'distributed/worker-tasks'

export type WorkerRecs = readonly (readonly [string, WorkerTaskStateState])[]
type NewRecs = [string, WorkerTaskStateState][]

type Transition = (state: WorkerState, task: WorkerTaskState) => WorkerRecs

export const WORKER_TRANSITIONS_TABLE: Readonly<Record<string, Transition>> = {
  'released,waiting': releasedWaiting,
  'released,fetch': fetch,
  'released,missing': missing,
  'released,memory': (state, task) => toMemory(state, task, null),
  'released,forgotten': forget,
  'waiting,ready': (state, task) => {
    if (Object.keys(task.resources).length > 0) return [[task.key, 'constrained']]
    state.ready.add(task)
    return enter(task, 'ready', state.ensureComputing())
  },
  'waiting,constrained': (state, task) => {
    state.constrained.add(task)
    return enter(task, 'constrained', state.ensureComputing())
  },
  'waiting,released': release,
  'ready,executing': execute,
  'ready,released': release,
  'constrained,executing': execute,
  'constrained,released': release,
  'executing,memory': (state, task) => toMemory(state, task, 'task-finished'),
  'executing,error': toError,
  'executing,released': (_state, task) => cancel(task, 'executing'),
  'executing,long-running': (state, task) => {
    state.secede(task)
    state.instructions.push({ op: 'long-running', key: task.key, runId: task.runId })
    return enter(task, 'long-running', state.ensureComputing())
  },
  'long-running,memory': (state, task) => toMemory(state, task, 'task-finished'),
  'long-running,error': toError,
  'long-running,released': (_state, task) => cancel(task, 'long-running'),
  'fetch,flight': (_state, task) => {
    task.done = false
    return enter(task, 'flight')
  },
  'fetch,missing': missing,
  'fetch,released': release,
  'flight,memory': (state, task) => toMemory(state, task, 'add-keys'),
  'flight,fetch': (state, task) => (task.done ? fetch(state, task) : []),
  'flight,missing': missing,
  'flight,released': (_state, task) => cancel(task, 'flight'),
  'missing,fetch': (state, task) => (task.whoHas.size === 0 ? [] : fetch(state, task)),
  'missing,released': release,
  'missing,waiting': releasedWaiting,
  'cancelled,memory': endCancelled,
  'cancelled,error': endCancelled,
  'cancelled,missing': endCancelled,
  'cancelled,released': (state, task) => (task.done ? endCancelled(state, task) : []),
  'cancelled,fetch': (_state, task) => {
    if (task.previous !== 'flight') return enter(task, 'resumed')
    if (task.done) return [[task.key, 'released']]
    task.previous = null
    return enter(task, 'flight')
  },
  'cancelled,waiting': (state, task) => {
    const { previous, key, runId } = task
    if (previous === 'flight') return enter(task, 'resumed')
    task.previous = null
    if (previous !== 'long-running') return enter(task, 'executing')
    // The scheduler hears of it in arrears.
    state.instructions.push({ op: 'long-running', key, runId })
    return enter(task, 'long-running')
  },
  'cancelled,long-running': secedeUnheard,
  'resumed,long-running': secedeUnheard,
  'resumed,memory': (state, task) => {
    const message = task.previous === 'flight' ? 'task-finished' : 'add-keys'
    task.previous = null
    return toMemory(state, task, message)
  },
  'resumed,error': restart,
  'resumed,fetch': (state, task) => (task.previous === 'flight' && task.done ? restart(state, task) : []),
  'resumed,released': (_state, task) => enter(task, 'cancelled'),
  'memory,released': (state, task) => {
    state.instructions.push({ op: 'release-worker-data', key: task.key })
    return release(state, task)
  },
  'error,released': release,
}

function releasedWaiting(_state: WorkerState, task: WorkerTaskState): WorkerRecs {
  const recs: NewRecs = []
  task.waitingForData.clear()
  for (const dependency of task.dependencies) {
    if (dependency.state === 'memory') continue
    task.waitingForData.add(dependency)
    dependency.waiters.add(task)
    recs.push([dependency.key, 'fetch'])
  }
  if (task.waitingForData.size === 0) recs.push([task.key, 'ready'])
  return enter(task, 'waiting', recs)
}

function execute(state: WorkerState, task: WorkerTaskState): WorkerRecs {
  const { key, runId, runSpec } = task
  if (runSpec !== null) state.instructions.push({ op: 'execute', key, runId, runSpec })
  return enter(task, 'executing')
}

function fetch(state: WorkerState, task: WorkerTaskState): WorkerRecs {
  if (task.whoHas.size === 0) return [[task.key, 'missing']]
  task.done = false
  for (const worker of task.whoHas) {
    const needed = state.dataNeeded.get(worker) ?? new Set()
    state.dataNeeded.set(worker, needed.add(task))
  }
  return enter(task, 'fetch')
}

function missing(state: WorkerState, task: WorkerTaskState): WorkerRecs {
  state.stopNeeding(task)
  task.done = false
  return enter(task, 'missing')
}

/** worker_state_machine.py `_transition_to_memory` */
function toMemory(state: WorkerState, task: WorkerTaskState, message: 'task-finished' | 'add-keys' | null): WorkerRecs {
  const { outcome } = state
  state.data.set(task.key, outcome?.kind === 'value' ? outcome.value : undefined)
  const recs: NewRecs = []
  for (const dependent of task.dependents) {
    dependent.waitingForData.delete(task)
    if (dependent.waitingForData.size === 0 && dependent.state === 'waiting') recs.push([dependent.key, 'ready'])
  }
  if (message === 'add-keys') state.instructions.push({ op: 'add-keys', keys: [task.key] })
  if (message === 'task-finished')
    state.instructions.push({ op: 'task-finished', key: task.key, runId: outcome?.runId ?? task.runId })
  return enter(task, 'memory', recs)
}

function toError(state: WorkerState, task: WorkerTaskState): WorkerRecs {
  const { outcome } = state
  if (outcome?.kind === 'exception') {
    task.exception = outcome.exception
    const { pickled, runId } = outcome
    state.instructions.push({ op: 'task-erred', key: task.key, runId, exception: pickled })
  }
  return enter(task, 'error')
}

/** To the scheduler, the task is not here any more. worker_state_machine.py `_transition_cancelled_or_resumed_long_running` */
function secedeUnheard(state: WorkerState, task: WorkerTaskState): WorkerRecs {
  task.previous = 'long-running'
  state.secede(task)
  return state.ensureComputing()
}

function cancel(task: WorkerTaskState, previous: 'executing' | 'long-running' | 'flight'): WorkerRecs {
  task.previous = previous
  return enter(task, 'cancelled')
}

function endCancelled(state: WorkerState, task: WorkerTaskState): WorkerRecs {
  task.previous = null
  task.done = false
  return release(state, task)
}

/** What it did was for nothing; what it was resumed for begins now. worker_state_machine.py `_transition_resumed_error` */
function restart(_state: WorkerState, task: WorkerTaskState): WorkerRecs {
  const next = task.previous === 'flight' ? 'waiting' : 'fetch'
  task.previous = null
  task.done = false
  return enter(task, 'released', [[task.key, next]])
}

/** worker_state_machine.py `_transition_generic_released` */
function release(state: WorkerState, task: WorkerTaskState): WorkerRecs {
  purge(state, task)
  const recs: NewRecs = []
  for (const dependency of task.dependencies) {
    const isKept = ['ready', 'constrained', 'waiting', 'executing', 'long-running', 'memory'].includes(dependency.state)
    if (dependency.waiters.size === 0 && !isKept) recs.push([dependency.key, 'released'])
  }
  if (task.dependents.size === 0) recs.push([task.key, 'forgotten'])
  return enter(task, 'released', recs)
}

function forget(state: WorkerState, task: WorkerTaskState): WorkerRecs {
  const recs: NewRecs = []
  for (const dependency of task.dependencies) {
    dependency.dependents.delete(task)
    if (dependency.state === 'released' && dependency.dependents.size === 0) recs.push([dependency.key, 'forgotten'])
  }
  purge(state, task)
  return enter(task, 'forgotten', recs)
}

/** worker_state_machine.py `_purge_state` */
function purge(state: WorkerState, task: WorkerTaskState): void {
  state.data.delete(task.key)
  state.stopNeeding(task)
  task.whoHas.clear()
  for (const dependency of task.dependencies) {
    task.waitingForData.delete(dependency)
    dependency.waiters.delete(task)
  }
  task.waitingForData.clear()
  task.previous = null
  task.done = false
  task.exception = null
  state.ready.delete(task)
  state.constrained.delete(task)
  state.stopExecuting(task)
}

function enter(task: WorkerTaskState, state: WorkerTaskStateState, recs: WorkerRecs = []): WorkerRecs {
  task.state = state
  return recs
}
