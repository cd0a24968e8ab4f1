/** distributed/active_memory_manager.py `RetireWorker`: brings what only one worker has to others. Says what to do, and does nothing itself. */
import type { SchedulerState } from 'distributed/scheduler-state'
import type { SchedulerInstruction, TaskState, WorkerState } from 'distributed/scheduler-tasks'

/** active_memory_manager.py `RetireWorker.run`, and what `run_once` makes of it */
export function moveAway(state: SchedulerState, worker: WorkerState): readonly SchedulerInstruction[] {
  const dropped: string[] = []
  const replicas = new Map<WorkerState, TaskState[]>()
  for (const task of [...worker.hasWhat]) {
    if (task.whoHas.size > 1) {
      if (isNeededOn(task, worker)) continue
      state.placement.removeReplica(task, worker)
      dropped.push(task.key)
      continue
    }
    const recipient = recipientOf(state, { task, replicas })
    if (recipient !== null) replicas.set(recipient, [...(replicas.get(recipient) ?? []), task])
  }
  const acquire = [...replicas].map(([{ address }, tasks]): SchedulerInstruction => {
    const whoHas = tasks.map((task) => [task.key, [...task.whoHas].map((holder) => holder.address)] as const)
    return { op: 'acquire-replicas', worker: address, whoHas: Object.fromEntries(whoHas) }
  })
  const drop: SchedulerInstruction = { op: 'remove-replicas', worker: worker.address, keys: dropped }
  return dropped.length > 0 ? [drop, ...acquire] : acquire
}

/** Whether others have all that the worker has. active_memory_manager.py `RetireWorker.done` */
export function isMoved({ hasWhat }: WorkerState): boolean {
  return [...hasWhat].every(({ whoHas }) => whoHas.size > 1)
}

/** How many of its results can go nowhere. active_memory_manager.py `RetireWorker.run`: `nno_rec` */
export function countStuck(state: SchedulerState, { hasWhat }: WorkerState): number {
  const alone = [...hasWhat].filter(({ whoHas }) => whoHas.size === 1)
  return alone.filter((task) => recipientOf(state, { task, replicas: new Map() }) === null).length
}

/** A task that waits there wants the result. active_memory_manager.py `_find_dropper` */
function isNeededOn({ waiters }: TaskState, worker: WorkerState): boolean {
  return [...waiters].some(({ processingOn }) => processingOn === worker)
}

interface Finding {
  readonly task: TaskState
  readonly replicas: ReadonlyMap<WorkerState, readonly TaskState[]>
}

/** The one that has least, counting what is to come. active_memory_manager.py `_find_recipient` */
function recipientOf({ workers }: SchedulerState, { task, replicas }: Finding): WorkerState | null {
  let best: { readonly worker: WorkerState; readonly nbytes: number } | null = null
  for (const worker of workers.values()) {
    if (worker.status !== 'running' || task.whoHas.has(worker)) continue
    const nbytes = (replicas.get(worker) ?? []).reduce((sum, one) => sum + one.nbytes, worker.nbytes)
    if (best === null || nbytes < best.nbytes) best = { worker, nbytes }
  }
  return best?.worker ?? null
}
