/** distributed/scheduler.py `_create_taskstate_from_graph`: makes tasks of what a client submits, and says which of them are to be run. */

import { restrictTo } from 'distributed/scheduler-addresses'
import type { SchedulerState } from 'distributed/scheduler-state'
import {
  comparePriority,
  keySplit,
  type NewTask,
  newTask,
  type ScatteredValue,
  type SchedulerStimulus,
  type TaskGroup,
  type TaskState,
} from 'distributed/scheduler-tasks'
import { type Recs, reportsOf } from 'distributed/scheduler-transitions'

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
    state.instructions.push(...reportsOf(task, [client]))
  }
  const released = entered.filter((task) => task.state === 'released')
  released.sort((one, other) => comparePriority(other.priority, one.priority))
  const failing = touchedBy(entered).filter((task) => task.state === 'released' && blameDependency(task))
  return [
    ...released.map((task) => [task.key, 'waiting'] as const),
    ...failing.map((task) => [task.key, 'erred'] as const),
  ]
}

/** scheduler.py `update_data`: values have come to workers that no task has computed. */
export function updateData(state: SchedulerState, data: readonly ScatteredValue[]): void {
  for (const { key, workers, nbytes, typename } of data) {
    const task = enterTask(state, { key, runSpec: null }, [0, 0, 0])
    Object.assign(task, { state: 'memory', nbytes, typename })
    for (const address of workers) {
      const worker = state.workers.get(address)
      if (worker !== undefined) state.placement.addReplica(task, worker)
    }
  }
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

/** The tasks themselves, and those that failed before them and made them fail. scheduler.py `stimulus_retry`: `seen` */
export function failedBelow(state: SchedulerState, keys: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  for (const stack = [...keys]; stack.length > 0; ) {
    const key = stack.pop()
    if (key === undefined || seen.has(key)) continue
    seen.add(key)
    for (const dependency of failedDependencies(state, key)) stack.push(dependency)
  }
  return [...seen]
}

/** Of these, the ones that did not fail because of another. scheduler.py `stimulus_retry`: `roots` */
export function failedRoots(state: SchedulerState, keys: readonly string[]): readonly string[] {
  return failedBelow(state, keys).filter((key) => failedDependencies(state, key).length === 0)
}

function failedDependencies(state: SchedulerState, key: string): readonly string[] {
  const dependencies = [...(state.tasks.get(key)?.dependencies ?? [])]
  return dependencies.filter((dependency) => dependency.state === 'erred').map((dependency) => dependency.key)
}

function enterTask(state: SchedulerState, asked: NewTask, priority: TaskState['priority']): TaskState {
  const known = state.tasks.get(asked.key)
  if (known !== undefined) return known
  const name = keySplit(asked.key)
  const group: TaskGroup = state.groups.get(name) ?? { name, size: 0, alive: 0, dependencies: new Set() }
  state.groups.set(name, group)
  const restrictions = asked.workers?.length ? new Set(restrictTo(state.workers, asked.workers)) : null
  const task = newTask(asked, { group, priority, restrictions })
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
