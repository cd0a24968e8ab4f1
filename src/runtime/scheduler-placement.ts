/** distributed/scheduler.py `decide_worker` and its kin: which worker gets a task, by who is idle and who has what it needs. */
import type { TaskState, WorkerState } from 'distributed/scheduler-tasks'

/** distributed.yaml `scheduler.worker-saturation`: how many tasks a worker is given ahead of its threads. */
const WORKER_SATURATION = 1.1
/** distributed.yaml `scheduler.rootish-taskgroup`, `scheduler.rootish-taskgroup-dependencies` */
const ROOTISH_DEPENDENCIES = 5
/** distributed.yaml `scheduler.unknown-task-duration`, in seconds. Here it is every task's, so that a run is the same each time. */
const TASK_DURATION = 0.5
/** Bytes a second. distributed.yaml `scheduler.bandwidth` */
const BANDWIDTH = 100_000_000
/** Beyond this many workers, each simply gets its turn. scheduler.py `decide_worker_non_rootish` */
const FEW_WORKERS = 20

export class Placement {
  readonly workers = new Map<string, WorkerState>()
  readonly #idle = new Set<WorkerState>()
  /** Workers that may be given a queued task. */
  readonly #withSlots = new Set<WorkerState>()
  #totalThreads = 0
  #totalProcessing = 0
  #started = 0

  addWorker(worker: WorkerState): void {
    this.workers.set(worker.address, worker)
    this.#totalThreads += worker.nthreads
    this.update(worker)
  }

  removeWorker(worker: WorkerState): void {
    this.workers.delete(worker.address)
    this.#totalThreads -= worker.nthreads
    this.#totalProcessing -= worker.processing.size
    worker.status = 'closed'
    this.#idle.delete(worker)
    this.#withSlots.delete(worker)
  }

  startProcessing(task: TaskState, worker: WorkerState): void {
    worker.processing.add(task)
    task.processingOn = worker
    this.#totalProcessing += 1
    this.#started += 1
    // Counted over all tasks: one that is submitted again under the same key is another run.
    task.runId = this.#started
    this.update(worker)
  }

  /** @returns the worker that had the task; null where it has gone */
  stopProcessing(task: TaskState): WorkerState | null {
    const worker = task.processingOn
    task.processingOn = null
    if (worker === null || this.workers.get(worker.address) !== worker) return null
    if (worker.processing.delete(task)) this.#totalProcessing -= 1
    this.update(worker)
    return worker
  }

  addReplica(task: TaskState, worker: WorkerState): void {
    if (task.whoHas.has(worker)) return
    task.whoHas.add(worker)
    worker.hasWhat.add(task)
    worker.nbytes += task.nbytes
  }

  removeReplica(task: TaskState, worker: WorkerState): void {
    if (!task.whoHas.delete(worker)) return
    worker.hasWhat.delete(task)
    worker.nbytes -= task.nbytes
  }

  /** scheduler.py `check_idle_saturated` */
  update(worker: WorkerState): void {
    const isRunning = worker.status === 'running'
    const average = (this.#totalProcessing * TASK_DURATION) / this.#totalThreads
    const isUnoccupied =
      worker.processing.size < worker.nthreads || occupancyOf(worker) < (worker.nthreads * average) / 2
    if (isRunning && isUnoccupied) this.#idle.add(worker)
    else this.#idle.delete(worker)
    if (isRunning && slotsOf(worker) > 0) this.#withSlots.add(worker)
    else this.#withSlots.delete(worker)
  }

  /** How many queued tasks could be given out now. */
  openSlots(): number {
    let slots = 0
    for (const worker of this.#withSlots) slots += slotsOf(worker)
    return slots
  }

  /** scheduler.py `is_rootish`: one of many alike that need nothing, or little. */
  isRootish({ workerRestrictions, resourceRestrictions, group }: TaskState): boolean {
    if (workerRestrictions !== null || Object.keys(resourceRestrictions).length > 0) return false
    if (group.size <= this.#totalThreads * 2) return false
    let needed = 0
    for (const { size } of group.dependencies) needed += size
    return group.dependencies.size < ROOTISH_DEPENDENCIES && needed < ROOTISH_DEPENDENCIES
  }

  /** scheduler.py `decide_worker_rootish_queuing_enabled`: the least busy of those that have room. */
  decideQueued(): WorkerState | null {
    return least(this.#withSlots, (worker) => [worker.processing.size / worker.nthreads])
  }

  /** scheduler.py `decide_worker_non_rootish` */
  decide(task: TaskState): WorkerState | null {
    const running = [...this.workers.values()].filter(({ status }) => status === 'running')
    if (running.length === 0) return null
    const valid = this.validWorkers(task) ?? (running.length < this.workers.size ? running : null)
    if (task.dependencies.size > 0 || valid !== null) return decideByData(task, { running, valid })
    const pool = this.#idle.size > 0 ? running.filter((worker) => this.#idle.has(worker)) : running
    const start = this.#started % pool.length
    const inTurn = [...pool.slice(start), ...pool.slice(0, start)]
    if (pool.length >= FEW_WORKERS) return inTurn[0] ?? null
    const unoccupied = inTurn.find((worker) => worker.processing.size === 0)
    return unoccupied ?? least(pool, (worker) => [occupancyOf(worker)])
  }

  /** The running workers that the task may run on; null where it may run on any. scheduler.py `valid_workers` */
  validWorkers({ workerRestrictions: restrictions, resourceRestrictions }: TaskState): readonly WorkerState[] | null {
    const needed = Object.entries(resourceRestrictions)
    if (restrictions === null && needed.length === 0) return null
    return [...this.workers.values()].filter(({ address, name, status, resources }) => {
      const isAllowed = restrictions === null || restrictions.has(address) || restrictions.has(String(name))
      const hasEnough = needed.every(([resource, amount]) => (resources[resource] ?? 0) >= amount)
      return status === 'running' && isAllowed && hasEnough
    })
  }
}

interface Candidates {
  readonly running: readonly WorkerState[]
  readonly valid: readonly WorkerState[] | null
}

/** scheduler.py `decide_worker`: those that have a dependency, or else all; among them, whoever can start first. */
function decideByData(task: TaskState, { running, valid }: Candidates): WorkerState | null {
  const holders = running.filter((worker) => [...task.dependencies].some(({ whoHas }) => whoHas.has(worker)))
  const chosen = valid === null ? holders : holders.filter((worker) => valid.includes(worker))
  const candidates = chosen.length > 0 ? chosen : (valid ?? running)
  if (candidates.length === 0) {
    return task.allowOtherWorkers ? decideByData(task, { running, valid: null }) : null
  }
  return least(candidates, (worker) => {
    let missing = 0
    for (const { whoHas, nbytes } of task.dependencies) if (!whoHas.has(worker)) missing += nbytes
    return [occupancyOf(worker) / worker.nthreads + missing / BANDWIDTH, worker.nbytes]
  })
}

function occupancyOf({ processing }: WorkerState): number {
  return processing.size * TASK_DURATION
}

/** scheduler.py `_task_slots_available` */
function slotsOf({ nthreads, processing }: WorkerState): number {
  return Math.max(Math.ceil(WORKER_SATURATION * nthreads), 1) - processing.size
}

/** The first of those whose measures, compared in order, are least. */
function least(
  workers: Iterable<WorkerState>,
  measure: (worker: WorkerState) => readonly number[],
): WorkerState | null {
  let best: WorkerState | null = null
  let bestMeasures: readonly number[] = []
  for (const worker of workers) {
    const measures = measure(worker)
    const differs = measures.findIndex((value, index) => value !== bestMeasures[index])
    if (best !== null && (differs === -1 || Number(measures[differs]) > Number(bestMeasures[differs]))) continue
    best = worker
    bestMeasures = measures
  }
  return best
}
