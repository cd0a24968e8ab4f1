/** distributed/scheduler.py `_create_taskstate_from_graph`: makes tasks of what a client submits, and says which of them are to be run. */

import type { SchedulerState } from 'distributed/scheduler-state'
import {
  comparePriority,
  keySplit,
  type NewTask,
  newTask,
  type SchedulerStimulus,
  type TaskGroup,
  type TaskState,
} from 'distributed/scheduler-tasks'
import { type Recs, tellClients } from 'distributed/scheduler-transitions'

/** Enters the tasks and gives the recommendations that set them going; the last one is taken first. */
export function createGraphTasks(
  state: SchedulerState,
  { client, tasks, generation }: SchedulerStimulus & { op: 'update-graph' },
): Recs {
  const entered = tasks.map((asked, place) => enterTask(state, asked, [-(asked.priority ?? 0), generation, place]))
  const wanted = state.clients.get(client) ?? new Set()
  state.clients.set(client, wanted)
  for (const [place, task] of entered.entries()) {
    for (const key of tasks[place]?.dependencies ?? []) addDependency(task, state.tasks.get(key))
    task.whoWants.add(client)
    wanted.add(task)
    tellClients(state, task, [client])
  }
  const released = entered.filter((task) => task.state === 'released')
  released.sort((one, other) => comparePriority(other.priority, one.priority))
  const failing = touchedBy(entered).filter((task) => task.state === 'released' && blameDependency(task))
  return [
    ...released.map((task) => [task.key, 'waiting'] as const),
    ...failing.map((task) => [task.key, 'erred'] as const),
  ]
}

/** scheduler.py `_find_lost_dependencies`: whether a task needs a result that nobody knows any more. */
export function hasLostDependencies(state: SchedulerState, tasks: readonly NewTask[]): boolean {
  const graph = new Set(tasks.map(({ key }) => key))
  return tasks.some(({ dependencies = [] }) => dependencies.some((key) => !graph.has(key) && !state.tasks.has(key)))
}

/** The tasks themselves, each followed by what it depends on. scheduler.py `_generate_taskstates`: `touched_tasks` */
export function touchedBy(entered: readonly TaskState[]): readonly TaskState[] {
  const touched = new Set<TaskState>()
  for (const task of entered) {
    touched.add(task)
    for (const dependency of task.dependencies) touched.add(dependency)
  }
  return [...touched]
}

function enterTask(state: SchedulerState, asked: NewTask, priority: TaskState['priority']): TaskState {
  const known = state.tasks.get(asked.key)
  if (known !== undefined) return known
  const name = keySplit(asked.key)
  const group: TaskGroup = state.groups.get(name) ?? { name, size: 0, alive: 0, dependencies: new Set() }
  state.groups.set(name, group)
  const task = newTask(asked, { group, priority })
  state.tasks.set(asked.key, task)
  return task
}

function addDependency(task: TaskState, dependency: TaskState | undefined): void {
  if (dependency === undefined) return
  task.dependencies.add(dependency)
  dependency.dependents.add(task)
  task.group.dependencies.add(dependency.group)
}

function blameDependency(task: TaskState): boolean {
  for (const { exceptionBlame } of task.dependencies) {
    if (exceptionBlame === null) continue
    task.exceptionBlame = exceptionBlame
    return true
  }
  return false
}
