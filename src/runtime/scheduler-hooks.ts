/** What hooks of scheduler plugins are told beside their own arguments: Dask's keyword arguments, as one object. */
import { policy } from 'distributed/_version'
import type { Priority, TaskState } from 'distributed/scheduler-tasks'

/** What `updateGraph` hooks are told. */
export interface UpdateGraph {
  readonly client: string
  /** What the client wants. */
  readonly keys: readonly string[]
  /** What that takes, dependencies included. */
  readonly tasks: readonly string[]
  readonly annotations: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly priority: Readonly<Record<string, Priority>>
  /** Until Dask 2024.10.0. */
  readonly dependencies?: Readonly<Record<string, readonly string[]>>
  /** In later ones. */
  readonly stimulusId?: string
}

/** What `transition` hooks are told beside the key and the states: of a task that has run, also what its worker said of it. */
export interface SchedulerTransition {
  readonly stimulusId: string
  readonly worker?: string
  readonly [detail: string]: unknown
}

interface Graph {
  readonly client: string
  readonly keys: readonly string[]
  readonly tasks: readonly TaskState[]
}

/** scheduler.py `plugin.update_graph(…)` */
export function updateGraphDetails({ client, keys, tasks }: Graph, stimulusId: string): UpdateGraph {
  const each = <Value>(tell: (task: TaskState) => Value) =>
    Object.fromEntries(tasks.map((task) => [task.key, tell(task)] as const))
  const told = {
    client,
    keys,
    tasks: tasks.map(({ key }) => key),
    annotations: {},
    priority: each(({ priority }) => priority),
  }
  if (policy.updateGraph === 'stimulus') return { ...told, stimulusId }
  return { ...told, dependencies: each(({ dependencies }) => [...dependencies].map(({ key }) => key)) }
}
