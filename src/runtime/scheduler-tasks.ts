/** distributed/scheduler.py `TaskState`, `WorkerState`, `TaskGroup`: what the scheduler knows, and the stimuli and instructions of its state machine. */
import type { Status } from 'distributed/core'
import type { Pickled } from 'distributed/protocol/pickle'
import type { Restriction } from 'distributed/scheduler-addresses'
import type { StealResponse } from 'distributed/stealing'
import type { Worker } from 'distributed/worker'

export type TaskStateState =
  | 'released'
  | 'waiting'
  | 'no-worker'
  | 'queued'
  | 'processing'
  | 'memory'
  | 'erred'
  | 'forgotten'

/** What a worker needs to run a task: the function and its arguments, pickled together. Futures among the arguments have become `TaskRef`s. */
export type RunSpec = Pickled<{
  readonly fn: (...args: readonly never[]) => unknown
  readonly args: readonly unknown[]
}>

/** Smaller goes first: the user's priority, the generation of the graph, the place within the graph. */
export type Priority = readonly [number, number, number]

/** Tasks whose keys have the same beginning. Their number tells root tasks, which may be queued, from others. */
export interface TaskGroup {
  readonly name: string
  /** Every task that it ever had, until all of them are forgotten. */
  size: number
  alive: number
  readonly dependencies: Set<TaskGroup>
}

export interface TaskState {
  readonly key: string
  readonly group: TaskGroup
  /** Null for a value that was scattered: it cannot be computed again. */
  readonly runSpec: RunSpec | null
  readonly priority: Priority
  /** Null where any worker will do. */
  readonly workerRestrictions: ReadonlySet<Restriction> | null
  readonly allowOtherWorkers: boolean
  /** How much of its worker's resources it takes while it runs. */
  readonly resourceRestrictions: Resources
  readonly dependencies: Set<TaskState>
  readonly dependents: Set<TaskState>
  /** Dependencies that are not in memory yet. */
  readonly waitingOn: Set<TaskState>
  /** Dependents that need the result still. */
  readonly waiters: Set<TaskState>
  readonly whoWants: Set<string>
  readonly whoHas: Set<WorkerState>
  readonly erredOn: Set<string>
  state: TaskStateState
  processingOn: WorkerState | null
  exception: Pickled | null
  /** The task that failed first, of which this one is a consequence. */
  exceptionBlame: TaskState | null
  hasLostDependencies: boolean
  retries: number
  /** How many workers have gone while they had it. */
  suspicious: number
  nbytes: number
  /** The name of its result's type. */
  typename: string | null
  /** Told to the worker, and back: an answer of an earlier run does not count. */
  runId: number
}

/** E.g. `{ GPU: 2 }`. The names are the program's own. */
export type Resources = Readonly<Record<string, number>>

export interface WorkerState {
  readonly address: string
  readonly name: string | number
  readonly nthreads: number
  readonly resources: Resources
  /** The address of the nanny beside it; null where there is none. */
  readonly nanny: string | null
  readonly processing: Set<TaskState>
  /** Those of them that have given their thread back. */
  readonly longRunning: Set<TaskState>
  readonly hasWhat: Set<TaskState>
  status: Status
  nbytes: number
}

/** A task as a client describes it. */
export interface NewTask {
  readonly key: string
  readonly runSpec: RunSpec | null
  readonly dependencies?: readonly string[]
  /** Names or addresses, as the caller gave them; null where any worker will do. */
  readonly workers?: readonly unknown[] | null
  readonly allowOtherWorkers?: boolean
  readonly priority?: number
  readonly retries?: number
  readonly resources?: Resources
}

/** What a worker says of a task that it has run: the keyword arguments that `transition` hooks are given. */
export interface TaskFinished {
  readonly metadata: Readonly<Record<string, unknown>>
  readonly nbytes: number
  readonly startstops: readonly StartStop[]
  readonly status: 'OK'
  readonly thread: number
  readonly type: unknown
  readonly typename: string
}

export interface TaskErred {
  readonly exception: Pickled
  readonly exceptionText: string
  readonly startstops: readonly StartStop[]
  readonly status: 'error'
  readonly thread: number
  readonly traceback: unknown
  readonly tracebackText: string
}

/** In seconds of the cluster's clock. */
export interface StartStop {
  readonly action: 'compute' | 'transfer'
  readonly start: number
  readonly stop: number
}

/** What happened outside. Named as Dask names its operations. */
export type SchedulerStimulus =
  | {
      readonly op: 'update-graph'
      readonly client: string
      readonly tasks: readonly NewTask[]
      /** Graphs that come within 100 ms of each other are of one generation. */
      readonly generation: number
    }
  | {
      readonly op: 'client-releases-keys' | 'client-desires-keys'
      readonly client: string
      readonly keys: readonly string[]
    }
  | { readonly op: 'update-data'; readonly client: string; readonly data: readonly ScatteredValue[] }
  | {
      readonly op: 'task-finished'
      readonly worker: string
      readonly key: string
      readonly runId: number
      readonly message: TaskFinished
    }
  | {
      readonly op: 'task-erred'
      readonly worker: string
      readonly key: string
      readonly runId: number
      readonly message: TaskErred
    }
  | { readonly op: 'add-keys'; readonly worker: string; readonly keys: readonly string[] }
  | { readonly op: 'release-worker-data'; readonly worker: string; readonly key: string }
  | { readonly op: 'retry'; readonly keys: readonly string[] }
  /** Now and then, at a time of the cluster's clock. */
  | { readonly op: 'balance'; readonly now: number }
  /** What only this worker has is to be brought to others. */
  | { readonly op: 'move-away'; readonly worker: string }
  | ({ readonly op: 'steal-response'; readonly worker: string } & StealResponse)
  | { readonly op: 'long-running'; readonly worker: string; readonly key: string; readonly runId: number }
  | { readonly op: 'add-worker'; readonly worker: WorkerState }
  | { readonly op: 'worker-status-change'; readonly worker: string; readonly status: Status }
  | { readonly op: 'remove-worker'; readonly worker: string; readonly expected: boolean }

/** A value that a client has put on workers. */
export interface ScatteredValue {
  readonly key: string
  readonly workers: readonly string[]
  readonly nbytes: number
  readonly typename: string
}

/** What follows from it, in order. A transition is handed out at the moment it happened, before those that follow from it. */
export type SchedulerInstruction =
  | {
      readonly op: 'transition'
      readonly key: string
      readonly start: TaskStateState
      readonly finish: TaskStateState
      /** Keyword arguments that the transition was made with. */
      readonly details: Readonly<Record<string, unknown>>
    }
  | {
      readonly op: 'update-graph'
      readonly client: string
      readonly keys: readonly string[]
      readonly tasks: readonly TaskState[]
    }
  | { readonly op: 'log'; readonly level: 'ERROR' | 'WARNING'; readonly message: string }
  | { readonly op: 'log-event'; readonly topic: string; readonly message: unknown }
  | SchedulerMessage

/** What the scheduler tells a client or a worker. */
export type SchedulerMessage =
  | { readonly op: 'lost-data' | 'task-retried'; readonly client: string; readonly key: string }
  | { readonly op: 'key-in-memory'; readonly client: string; readonly key: string; readonly type: string | null }
  | { readonly op: 'cancelled-keys'; readonly client: string; readonly keys: readonly string[] }
  | { readonly op: 'task-erred'; readonly client: string; readonly key: string; readonly exception: Pickled }
  | {
      readonly op: 'compute-task'
      readonly worker: string
      readonly key: string
      readonly runSpec: RunSpec
      readonly runId: number
      readonly priority: Priority
      readonly resources: Resources
      /** The dependencies, with the addresses of the workers that have them. */
      readonly whoHas: Readonly<Record<string, readonly string[]>>
    }
  | { readonly op: 'steal-request'; readonly worker: string; readonly key: string; readonly stimulusId: string }
  | {
      readonly op: 'acquire-replicas'
      readonly worker: string
      readonly whoHas: Readonly<Record<string, readonly string[]>>
    }
  | { readonly op: 'free-keys' | 'remove-replicas'; readonly worker: string; readonly keys: readonly string[] }

interface Placing {
  readonly group: TaskGroup
  readonly priority: Priority
  /** Null where any worker will do. */
  readonly restrictions: ReadonlySet<Restriction> | null
}

export function newTask(
  { key, runSpec, allowOtherWorkers = false, retries = 0, resources = {} }: NewTask,
  { group, priority, restrictions }: Placing,
): TaskState {
  group.size += 1
  group.alive += 1
  return {
    ...{ key, group, runSpec, priority, allowOtherWorkers, retries, resourceRestrictions: resources },
    workerRestrictions: restrictions,
    dependencies: new Set(),
    dependents: new Set(),
    waitingOn: new Set(),
    waiters: new Set(),
    whoWants: new Set(),
    whoHas: new Set(),
    erredOn: new Set(),
    state: 'released',
    processingOn: null,
    exception: null,
    exceptionBlame: null,
    hasLostDependencies: false,
    suspicious: 0,
    nbytes: 0,
    typename: null,
    runId: 0,
  }
}

/** A worker as it registers. */
export function newWorkerState({ address, name, nanny, status, state }: Worker): WorkerState {
  const { nthreads, resources } = state
  const tasks = { processing: new Set<TaskState>(), longRunning: new Set<TaskState>(), hasWhat: new Set<TaskState>() }
  return { address, name, nanny, nthreads, resources, status, nbytes: 0, ...tasks }
}

export function comparePriority(one: Priority, other: Priority): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
}

/** dask/utils.py `key_split`: `inc-1` and `inc-2` are of the group `inc`. */
export function keySplit(key: string): string {
  const [first = '', ...words] = key.split('-')
  const kept = words.findIndex((word) => !/^[a-z]+$/i.test(word) || /^[a-f]{8}$/.test(word))
  return [first, ...(kept === -1 ? words : words.slice(0, kept))].join('-')
}
