/** distributed/scheduler.py `decide_worker` and its kin: which worker gets a task, by who is idle and who has what it needs. */
import type { TaskState, WorkerState } from 'distributed/scheduler-tasks'

/** distributed.yaml `scheduler.worker-saturation`: how many tasks a worker is given ahead of its threads. */
const WORKER_SATURATION = 1.1
/** distributed.yaml `scheduler.rootish-taskgroup`, `scheduler.rootish-taskgroup-dependencies` */
const ROOTISH_DEPENDENCIES = 5
/** distributed.yaml `scheduler.unknown-task-duration`, in seconds. Here it is every task's, so that a run is the same each time. */
export const TASK_DURATION = 0.5
/** Bytes a second. distributed.yaml `scheduler.bandwidth` */
export const BANDWIDTH = 100_000_000
/** What waits on a saturated worker, in seconds, and in times of what there is to do on average. scheduler.py `check_idle_saturated` */
const LEAST_PENDING = 0.4
const PENDING_BEYOND_AVERAGE = 1.9
/** Beyond this many workers, each simply gets its turn. scheduler.py `decide_worker_non_rootish` */
const FEW_WORKERS = 20

export class Placement {
  readonly workers = new Map<string, WorkerState>()
  readonly #idle = new Set<WorkerState>()
  readonly #saturated = new Set<WorkerState>()
  /** Workers that may be given a queued task. */
  readonly #withSlots = new Set<WorkerState>()
  #totalThreads = 0
  /** Those that keep a thread busy: not those that have seceded. */
  #totalProcessing = 0
  #started = 0

  /** Workers that have too little to do. */
  get idle(): ReadonlySet<WorkerState> {
    return this.#idle
  }

  /** Workers that have far more to do than others. */
  get saturated(): ReadonlySet<WorkerState> {
    return this.#saturated
  }

  addWorker(worker: WorkerState): void {
    this.workers.set(worker.address, worker)
    this.#totalThreads += worker.nthreads
    this.update(worker)
  }

  removeWorker(worker: WorkerState): void {
    this.workers.delete(worker.address)
    this.#totalThreads -= worker.nthreads
    this.#totalProcessing -= worker.processing.size - worker.longRunning.size
    worker.status = 'closed'
    this.#idle.delete(worker)
    this.#saturated.delete(worker)
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
    this.#take(task, worker)
    return worker
  }

  /** The task waits on another worker from now on. stealing.py `move_task_confirm` */
  moveProcessing(task: TaskState, to: WorkerState): void {
    const from = task.processingOn
    if (from !== null) this.#take(task, from)
    to.processing.add(task)
    task.processingOn = to
    this.#totalProcessing += 1
    this.update(to)
  }

  /** The task goes on without a thread of its worker's. scheduler.py `add_to_long_running` */
  addLongRunning(task: TaskState, worker: WorkerState): void {
    if (worker.longRunning.has(task)) return
    worker.longRunning.add(task)
    this.#totalProcessing -= 1
    this.update(worker)
  }

  #take(task: TaskState, worker: WorkerState): void {
    const isLongRunning = worker.longRunning.delete(task)
    if (worker.processing.delete(task) && !isLongRunning) this.#totalProcessing -= 1
    this.update(worker)
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
    const isUnoccupied = this.isUnoccupied(worker, this.occupancyOf(worker), worker.processing.size)
    if (isRunning && isUnoccupied) this.#idle.add(worker)
    else this.#idle.delete(worker)
    if (isRunning && !isUnoccupied && this.#isSaturated(worker)) this.#saturated.add(worker)
    else this.#saturated.delete(worker)
    if (isRunning && slotsOf(worker) > 0) this.#withSlots.add(worker)
    else this.#withSlots.delete(worker)
  }

  /** scheduler.py `is_unoccupied` */
  isUnoccupied({ nthreads }: WorkerState, occupancy: number, processing: number): boolean {
    return processing < nthreads || occupancy < (nthreads * this.#averageOccupancy()) / 2
  }

  /** How long the worker has to do, in seconds. scheduler.py `WorkerState.occupancy` */
  occupancyOf({ processing, longRunning }: WorkerState): number {
    return (processing.size - longRunning.size) * TASK_DURATION
  }

  /** How long it takes to bring the worker what it lacks for the task, in seconds. scheduler.py `get_comm_cost` */
  commCost({ dependencies }: TaskState, worker: WorkerState): number {
    let missing = 0
    for (const { whoHas, nbytes } of dependencies) if (!whoHas.has(worker)) missing += nbytes
    return missing / BANDWIDTH
  }

  /** More wait than it has threads for, and far more than elsewhere. */
  #isSaturated(worker: WorkerState): boolean {
    const { nthreads, processing } = worker
    if (processing.size <= nthreads) return false
    const share = (processing.size - nthreads) / (processing.size * nthreads)
    const pending = this.occupancyOf(worker) * share
    return pending > LEAST_PENDING && pending > PENDING_BEYOND_AVERAGE * this.#averageOccupancy()
  }

  /** Per thread. */
  #averageOccupancy(): number {
    return (this.#totalProcessing * TASK_DURATION) / this.#totalThreads
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
    if (task.dependencies.size > 0 || valid !== null) return this.#decideByData(task, { running, valid })
    const pool = this.#idle.size > 0 ? running.filter((worker) => this.#idle.has(worker)) : running
    const start = this.#started % pool.length
    const inTurn = [...pool.slice(start), ...pool.slice(0, start)]
    if (pool.length >= FEW_WORKERS) return inTurn[0] ?? null
    const unoccupied = inTurn.find((worker) => worker.processing.size === 0)
    return unoccupied ?? least(pool, (worker) => [this.occupancyOf(worker)])
  }

  /** scheduler.py `decide_worker`: those that have a dependency, or else all; among them, whoever can start first. */
  #decideByData(task: TaskState, { running, valid }: Candidates): WorkerState | null {
    const holders = running.filter((worker) => [...task.dependencies].some(({ whoHas }) => whoHas.has(worker)))
    const chosen = valid === null ? holders : holders.filter((worker) => valid.includes(worker))
    const candidates = chosen.length > 0 ? chosen : (valid ?? running)
    if (candidates.length === 0) {
      return task.allowOtherWorkers ? this.#decideByData(task, { running, valid: null }) : null
    }
    return least(candidates, (worker) => {
      return [this.occupancyOf(worker) / worker.nthreads + this.commCost(task, worker), worker.nbytes]
    })
  }

  /** The running workers that the task may run on; null where it may run on any. scheduler.py `valid_workers` */
  validWorkers({ workerRestrictions: restrictions, resourceRestrictions }: TaskState): readonly WorkerState[] | null {
    const needed = Object.entries(resourceRestrictions)
    if (restrictions === null && needed.length === 0) return null
    return [...this.workers.values()].filter((worker) => {
      const { address, status, resources } = worker
      const isAllowed = restrictions === null || restrictions.has(worker) || restrictions.has(address)
      const hasEnough = needed.every(([resource, amount]) => (resources[resource] ?? 0) >= amount)
      return status === 'running' && isAllowed && hasEnough
    })
  }
}

interface Candidates {
  readonly running: readonly WorkerState[]
  readonly valid: readonly WorkerState[] | null
}

/** scheduler.py `_task_slots_available` */
function slotsOf({ nthreads, processing, longRunning }: WorkerState): number {
  return Math.max(Math.ceil(WORKER_SATURATION * nthreads), 1) - (processing.size - longRunning.size)
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
