/** distributed/worker_state_machine.py `TaskState`: what a worker knows of a task, and the stimuli and instructions of its state machine. */
import type { Pickled } from 'distributed/protocol/pickle'
import type { Priority, Resources, RunSpec } from 'distributed/scheduler-tasks'
import type { StealResponse } from 'distributed/stealing'

export type WorkerTaskStateState =
  | 'released'
  | 'waiting'
  | 'ready'
  | 'constrained'
  | 'executing'
  | 'long-running'
  | 'memory'
  | 'error'
  | 'forgotten'
  | 'fetch'
  | 'flight'
  | 'missing'
  | 'cancelled'
  | 'resumed'

export interface WorkerTaskState {
  readonly key: string
  /** Null for a task that is here only because another needs its result. */
  runSpec: RunSpec | null
  priority: readonly number[]
  /** How much of the worker's resources it takes while it runs. */
  resources: Resources
  runId: number
  state: WorkerTaskStateState
  readonly dependencies: Set<WorkerTaskState>
  readonly dependents: Set<WorkerTaskState>
  readonly waiters: Set<WorkerTaskState>
  readonly waitingForData: Set<WorkerTaskState>
  /** The addresses of other workers that have the result. */
  readonly whoHas: Set<string>
  /** What a cancelled task was doing, and still is: nothing that has begun can be interrupted. */
  previous: 'executing' | 'long-running' | 'flight' | null
  /** Whether what it was doing has ended. */
  done: boolean
  exception: unknown
}

export type WorkerStimulus =
  | {
      readonly op: 'compute-task'
      readonly key: string
      readonly runSpec: RunSpec
      readonly runId?: number
      readonly priority?: Priority
      readonly resources?: Resources
      readonly whoHas?: Readonly<Record<string, readonly string[]>>
    }
  | { readonly op: 'execute-success'; readonly key: string; readonly runId?: number; readonly value: unknown }
  | {
      readonly op: 'execute-failure'
      readonly key: string
      readonly runId?: number
      readonly exception: unknown
      readonly pickled: Pickled
    }
  | {
      readonly op: 'gather-dep-success'
      readonly worker: string
      readonly keys: readonly string[]
      /** What arrived; a key that the other worker did not have is missing here. */
      readonly data: ReadonlyMap<string, unknown>
    }
  | { readonly op: 'update-data'; readonly data: ReadonlyMap<string, unknown> }
  | { readonly op: 'gather-dep-network-failure'; readonly worker: string; readonly keys: readonly string[] }
  | { readonly op: 'free-keys' | 'remove-replicas'; readonly keys: readonly string[] }
  | { readonly op: 'acquire-replicas'; readonly whoHas: Readonly<Record<string, readonly string[]>> }
  | { readonly op: 'remove-worker'; readonly worker: string }
  | { readonly op: 'steal-request'; readonly key: string; readonly stimulusId: string }
  /** A task gives its thread back, and goes on. */
  | { readonly op: 'secede'; readonly key: string }
  | { readonly op: 'pause' | 'unpause' }

/** What follows, in order. A transition is handed out at the moment it happened, before those that follow from it. */
export type WorkerInstruction =
  | {
      readonly op: 'transition'
      readonly key: string
      readonly start: WorkerTaskStateState
      readonly finish: WorkerTaskStateState
    }
  | { readonly op: 'execute'; readonly key: string; readonly runId: number; readonly runSpec: RunSpec }
  | { readonly op: 'gather-dep'; readonly worker: string; readonly keys: readonly string[] }
  | { readonly op: 'task-finished'; readonly key: string; readonly runId: number }
  | { readonly op: 'task-erred'; readonly key: string; readonly runId: number; readonly exception: Pickled }
  | { readonly op: 'add-keys'; readonly keys: readonly string[] }
  | { readonly op: 'release-worker-data'; readonly key: string }
  | ({ readonly op: 'steal-response' } & StealResponse)
  | { readonly op: 'long-running'; readonly key: string; readonly runId: number }

export function newWorkerTask(key: string): WorkerTaskState {
  return {
    key,
    runSpec: null,
    priority: [],
    resources: {},
    runId: 0,
    state: 'released',
    dependencies: new Set(),
    dependents: new Set(),
    waiters: new Set(),
    waitingForData: new Set(),
    whoHas: new Set(),
    previous: null,
    done: false,
    exception: null,
  }
}

export function compareWorkerPriority(one: WorkerTaskState, other: WorkerTaskState): number {
  for (const [place, value] of one.priority.entries()) {
    const difference = value - (other.priority[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
