/** What holds on a cluster whenever nothing is under way, and what is left of it after it has closed. */
import type { LocalCluster, Worker } from 'distributed'
import type { TaskState } from 'distributed/scheduler-tasks'
import { expect } from 'vitest'

/** No task is in two states at once, and every running worker has every registered plugin. */
export function expectConsistent({ scheduler }: LocalCluster): void {
  const { state } = scheduler
  for (const task of state.tasks.values()) {
    const { key, state: now, processingOn, whoHas, whoWants, dependents, exceptionBlame } = task
    expect([key, now === 'processing', processingOn?.processing.has(task) ?? false]).toEqual([
      ...[key, processingOn !== null, processingOn !== null],
    ])
    expect([key, now === 'memory']).toEqual([key, whoHas.size > 0])
    // Nothing is forgotten that could still run, and nothing waits for what is there already.
    if (now === 'waiting') expect([key, task.waitingOn.size > 0]).toEqual([key, true])
    expect([key, now === 'no-worker', now === 'queued']).toEqual([
      key,
      state.unrunnable.has(task),
      state.queued.has(task),
    ])
    if (now === 'erred') expect([key, exceptionBlame?.exception ?? null]).not.toEqual([key, null])
    for (const worker of whoHas) expect(scheduler.workers.get(worker.address)?.state.data.has(key)).toBe(true)
    expect([key, whoWants.size + dependents.size > 0]).toEqual([key, true])
  }
  for (const worker of scheduler.workers.values()) {
    if (worker.status !== 'running') continue
    expect([...worker.plugins.keys()].sort()).toEqual([...scheduler.workerPlugins.keys()].sort())
    expectSettled(worker)
  }
}

/** A worker's own tasks: each in one place, and none that the scheduler does not know. */
function expectSettled({ state, scheduler, address }: Worker): void {
  const running = [...state.executing, ...state.longRunning]
  const taken = running.reduce((sum, { resources }) => sum + (resources.GPU ?? 0), 0)
  expect([address, state.available.get('GPU') ?? 0]).toEqual([address, (state.resources.GPU ?? 0) - taken])
  for (const task of state.tasks.values()) {
    expect([task.key, task.state === 'memory']).toEqual([task.key, state.data.has(task.key)])
    expect([task.key, task.state === 'constrained']).toEqual([task.key, state.constrained.has(task)])
    expect([task.key, task.state === 'ready']).toEqual([task.key, state.ready.has(task)])
    const known = scheduler.state.tasks.get(task.key)
    if (task.state === 'memory') expect([...(known?.whoHas ?? [])].map((worker) => worker.address)).toContain(address)
  }
}

/** Nothing is left behind when all is closed. */
export function expectNothingLeft({ scheduler, workers }: LocalCluster): void {
  expect([scheduler.status, workers.size, scheduler.workers.size]).toEqual(['closed', 0, 0])
  // As in Dask, what was fired and forgotten only after its end is kept for good.
  const isForgotten = (client: string) => client === 'fire-and-forget'
  const isKept = (task: TaskState): boolean => [...task.whoWants].some(isForgotten) || [...task.dependents].some(isKept)
  const left = [...scheduler.state.tasks.values()].filter((task) => !isKept(task))
  expect(left.map(({ key }) => key)).toEqual([])
  expect([...scheduler.state.clients.keys()].filter((client) => !isForgotten(client))).toEqual([])
  if (scheduler.state.tasks.size === 0) expect([...scheduler.state.groups.keys()]).toEqual([])
}
