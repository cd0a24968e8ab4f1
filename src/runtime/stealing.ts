/** distributed/stealing.py `WorkStealing`: moves tasks that wait on a busy worker to one that has nothing to do. Says what to do, and does nothing itself. */
import { BANDWIDTH, type Placement, TASK_DURATION } from 'distributed/scheduler-placement'
import type { SchedulerInstruction, TaskState, TaskStateState, WorkerState } from 'distributed/scheduler-tasks'
import type { WorkerTaskStateState } from 'distributed/worker-tasks'

/** What a message costs, in seconds, however little it carries. stealing.py */
const LATENCY = 0.1
/** How many levels of cost there are: a task of the last ones is dear to move. stealing.py `cost_multipliers` */
const LEVELS = 15
/** Workers with less to do, in seconds, are robbed of nothing. stealing.py `balance` */
const LEAST_OCCUPANCY = 0.2
/** Where none is saturated, so many of the busiest are looked at. stealing.py `balance` */
const BUSIEST = 10

interface InFlight {
  readonly victim: WorkerState
  readonly thief: WorkerState
  /** What it costs the one and the other, in seconds. */
  readonly lost: number
  readonly gained: number
  readonly stimulusId: string
}

/** What the victim says of the task that it is asked for. */
export interface StealResponse {
  readonly key: string
  /** Its state there; null where it is not known any more. */
  readonly state: WorkerTaskStateState | null
  readonly stimulusId: string
}

export interface Confirmed {
  /** Whether the task is to be sent to its new worker, or given out anew. */
  readonly kind: 'ignored' | 'rejected' | 'moved' | 'reschedule'
  readonly told: SchedulerInstruction
}

export class WorkStealing {
  readonly #placement: Placement
  readonly #stealable = new Map<TaskState, { readonly victim: WorkerState; readonly level: number }>()
  /** The same by worker and level, in the order in which the tasks were given out. */
  readonly #byWorker = new Map<WorkerState, readonly Set<TaskState>[]>()
  readonly #inFlight = new Map<TaskState, InFlight>()
  /** What all that is in flight adds to a worker, and takes away from another: seconds, and tasks. */
  readonly #inFlightOccupancy = new Map<WorkerState, number>()
  readonly #inFlightTasks = new Map<WorkerState, number>()
  #requests = 0

  constructor(placement: Placement) {
    this.#placement = placement
  }

  /** stealing.py `transition` */
  transition(task: TaskState, start: TaskStateState, finish: TaskStateState): void {
    if (start === 'processing') {
      this.forget(task)
      this.#land(task)
    }
    if (finish === 'processing') this.#put(task)
  }

  /** stealing.py `remove_worker` */
  removeWorker(worker: WorkerState): void {
    this.#byWorker.delete(worker)
  }

  /** stealing.py `remove_key_from_stealable` */
  forget(task: TaskState): void {
    const known = this.#stealable.get(task)
    if (known === undefined) return
    this.#stealable.delete(task)
    this.#byWorker.get(known.victim)?.[known.level]?.delete(task)
  }

  /** stealing.py `balance` @param now seconds, for the event @returns what is asked of whom; nothing where all is well */
  balance(now: number): readonly SchedulerInstruction[] {
    const thieves = new Set(this.#placement.idle)
    if (thieves.size === 0 || thieves.size === this.#placement.workers.size) return []
    const victims = this.#victims(thieves)
    const asked: SchedulerInstruction[] = []
    const log: unknown[] = []
    for (let level = 0; level < LEVELS; level += 1) {
      for (const victim of victims) {
        for (const task of [...(this.#byWorker.get(victim)?.[level] ?? [])]) {
          const thief = this.#thief(task, thieves)
          if (thief === null || !this.#isWorth(task, { victim, thief })) continue
          const [occupied, free] = [this.#occupancy(victim), this.#occupancy(thief)]
          asked.push(this.#request(task, victim, thief))
          const cost = TASK_DURATION + this.#placement.commCost(task, victim)
          log.push([now, level, task.key, cost, victim.address, occupied, thief.address, free])
          if (!this.#placement.isUnoccupied(thief, this.#occupancy(thief), this.#processing(thief)))
            thieves.delete(thief)
        }
      }
    }
    return log.length === 0 ? [] : [...asked, logged(['request', log])]
  }

  /** stealing.py `move_task_confirm` */
  confirm(task: TaskState, { key, state, stimulusId }: StealResponse, worker: string): Confirmed {
    const info = this.#inFlight.get(task)
    if (info?.stimulusId !== stimulusId) {
      const why = info === undefined ? 'already-aborted' : 'stale-response'
      return { kind: 'ignored', told: logged([why, key, state, worker, stimulusId]) }
    }
    this.#land(task)
    const { victim, thief } = info
    const isThere = this.#placement.workers.get(thief.address) === thief
    const about = [key, state, victim.address, thief.address, stimulusId]
    const isWaiting = state === 'ready' || state === 'constrained' || state === 'waiting'
    if (state === null || state === 'released' || (isWaiting && !isThere)) {
      return { kind: 'reschedule', told: logged(['reschedule', !isThere, ...about]) }
    }
    if (!isWaiting) return { kind: 'rejected', told: logged(['already-computing', ...about]) }
    this.forget(task)
    this.#placement.moveProcessing(task, thief)
    this.#put(task)
    return { kind: 'moved', told: logged(['confirm', ...about]) }
  }

  /** stealing.py `put_key_in_stealable` */
  #put(task: TaskState): void {
    const victim = task.processingOn
    const level = levelOf(task)
    if (victim === null || level === null) return
    const levels = this.#byWorker.get(victim) ?? Array.from({ length: LEVELS }, () => new Set<TaskState>())
    this.#byWorker.set(victim, levels)
    levels[level]?.add(task)
    this.#stealable.set(task, { victim, level })
  }

  #victims(thieves: ReadonlySet<WorkerState>): readonly WorkerState[] {
    const { saturated, workers } = this.#placement
    const byOccupancy = (all: Iterable<WorkerState>) =>
      [...all].sort((one, other) => this.#occupancy(other) - this.#occupancy(one))
    if (saturated.size > 0) return byOccupancy(saturated)
    return byOccupancy(workers.values())
      .slice(0, BUSIEST)
      .filter((worker) => {
        const isBusy = this.#occupancy(worker) > LEAST_OCCUPANCY && this.#processing(worker) > worker.nthreads
        return isBusy && !thieves.has(worker)
      })
  }

  /** stealing.py `_get_thief`: of those that may run the task, the one that can start first. */
  #thief(task: TaskState, thieves: ReadonlySet<WorkerState>): WorkerState | null {
    const valid = this.#placement.validWorkers(task)
    const allowed = valid === null ? [...thieves] : valid.filter((worker) => thieves.has(worker))
    if (allowed.length === 0 && !task.allowOtherWorkers) return null
    const candidates = allowed.length > 0 ? allowed : [...thieves]
    const startsIn = (worker: WorkerState) =>
      this.#occupancy(worker) / worker.nthreads + this.#placement.commCost(task, worker)
    const [first] = candidates.sort((one, other) => startsIn(one) - startsIn(other) || one.nbytes - other.nbytes)
    return first ?? null
  }

  #isWorth(task: TaskState, { victim, thief }: Pick<InFlight, 'victim' | 'thief'>): boolean {
    const there = this.#occupancy(thief) + this.#placement.commCost(task, thief) + TASK_DURATION
    const here = (this.#placement.commCost(task, victim) + TASK_DURATION) / 2
    return there <= this.#occupancy(victim) - here
  }

  /** stealing.py `move_task_request` */
  #request(task: TaskState, victim: WorkerState, thief: WorkerState): SchedulerInstruction {
    const stimulusId = `steal-${this.#requests}`
    this.#requests += 1
    this.forget(task)
    const duration = (worker: WorkerState) => TASK_DURATION + this.#placement.commCost(task, worker)
    this.#takeOff(task, { victim, thief, stimulusId, lost: duration(victim), gained: duration(thief) })
    return { op: 'steal-request', worker: victim.address, key: task.key, stimulusId }
  }

  /** stealing.py `_add_to_in_flight` */
  #takeOff(task: TaskState, info: InFlight): void {
    this.#inFlight.set(task, info)
    this.#reckon(info, 1)
  }

  /** stealing.py `_remove_from_in_flight` */
  #land(task: TaskState): void {
    const info = this.#inFlight.get(task)
    if (info === undefined) return
    this.#inFlight.delete(task)
    this.#reckon(info, -1)
    if (this.#inFlight.size === 0) this.#inFlightOccupancy.clear()
  }

  #reckon({ victim, thief, lost, gained }: InFlight, sign: 1 | -1): void {
    add(this.#inFlightOccupancy, victim, -sign * lost)
    add(this.#inFlightOccupancy, thief, sign * gained)
    add(this.#inFlightTasks, victim, -sign)
    add(this.#inFlightTasks, thief, sign)
  }

  /** As it will be when what is under way has arrived. stealing.py `_combined_occupancy` */
  #occupancy(worker: WorkerState): number {
    return this.#placement.occupancyOf(worker) + (this.#inFlightOccupancy.get(worker) ?? 0)
  }

  /** stealing.py `_combined_nprocessing` */
  #processing(worker: WorkerState): number {
    return worker.processing.size + (this.#inFlightTasks.get(worker) ?? 0)
  }
}

function add(sums: Map<WorkerState, number>, worker: WorkerState, value: number): void {
  sums.set(worker, (sums.get(worker) ?? 0) + value)
}

/** How dear it is to move the task, from nothing on; null where it is not worth it. stealing.py `steal_time_ratio` */
function levelOf({ dependencies }: TaskState): number | null {
  if (dependencies.size === 0) return 0
  let nbytes = 0
  for (const dependency of dependencies) nbytes += dependency.nbytes
  const cost = (nbytes / BANDWIDTH + LATENCY) / TASK_DURATION
  const level = Math.max(1, Math.round(Math.log2(cost) + 6))
  return level < LEVELS ? level : null
}

function logged(message: readonly unknown[]): SchedulerInstruction {
  return { op: 'log-event', topic: 'stealing', message }
}
