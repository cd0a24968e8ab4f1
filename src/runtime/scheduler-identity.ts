/** distributed/scheduler.py `identity`: the scheduler and its workers, as `Client.schedulerInfo` tells them. */
import type { Scheduler } from 'distributed/scheduler'
import type { WorkerState } from 'distributed/scheduler-tasks'

export interface SchedulerInfo {
  readonly type: 'Scheduler'
  readonly id: string
  readonly address: string
  readonly nWorkers: number
  readonly totalThreads: number
  readonly workers: Readonly<Record<string, WorkerInfo>>
}

export interface WorkerInfo {
  readonly type: 'Worker'
  /** Its name. */
  readonly id: string | number
  readonly name: string | number
  readonly nthreads: number
  readonly resources: Readonly<Record<string, number>>
  readonly status: string
  /** The address of the nanny beside it; null where there is none. */
  readonly nanny: string | null
}

export function schedulerIdentity({ address, state }: Scheduler): SchedulerInfo {
  const workers = [...state.workers.values()]
  const described = workers.map((worker) => [worker.address, workerIdentity(worker)] as const)
  return {
    ...{ type: 'Scheduler', id: address, address },
    nWorkers: workers.length,
    totalThreads: workers.reduce((sum, { nthreads }) => sum + nthreads, 0),
    workers: Object.fromEntries(described),
  }
}

/** scheduler.py `WorkerState.identity` */
export function workerIdentity({ name, nthreads, resources, status, nanny }: WorkerState): WorkerInfo {
  return { type: 'Worker', id: name, name, nthreads, resources, status, nanny }
}
