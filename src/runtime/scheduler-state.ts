/** distributed/scheduler.py `SchedulerState`: which tasks there are and where. Stimuli in, instructions out; no clock, no messages, no plugins. */
import { moveAway } from 'distributed/active-memory-manager'
import { KilledWorker } from 'distributed/exceptions'
import { HeapSet } from 'distributed/heap-set'
import { dumps } from 'distributed/protocol/pickle'
import { Recommendations } from 'distributed/recommendations'
import { createGraphTasks, failedRoots, touchedBy, updateData } from 'distributed/scheduler-graph'
import { Placement } from 'distributed/scheduler-placement'
import {
  addKeys,
  type Begun,
  longRunning,
  NOTHING,
  releaseWorkerData,
  stealResponse,
  taskErred,
  taskFinished,
} from 'distributed/scheduler-stimuli'
import {
  comparePriority,
  type SchedulerInstruction,
  type SchedulerStimulus,
  type TaskGroup,
  type TaskState,
  type TaskStateState,
  type WorkerState,
} from 'distributed/scheduler-tasks'
import { type Recs, reportsOf, TRANSITIONS_TABLE } from 'distributed/scheduler-transitions'
import { WorkStealing } from 'distributed/stealing'

/** distributed.yaml `scheduler.allowed-failures` */
const ALLOWED_FAILURES = 3

type Details = Readonly<Record<string, unknown>>

/** The client that wants tasks which nobody waits for. client.py `fire_and_forget` */
export const FIRE_AND_FORGET = 'fire-and-forget'

export class SchedulerState {
  readonly tasks = new Map<string, TaskState>()
  readonly groups = new Map<string, TaskGroup>()
  /** What each client wants. */
  readonly clients = new Map<string, Set<TaskState>>()
  readonly placement = new Placement()
  /** Tasks that no worker may run, in state `no-worker`. */
  readonly unrunnable = new Set<TaskState>()
  /** Root tasks that wait on the scheduler until a worker has room, in state `queued`. */
  readonly queued = new HeapSet<TaskState>((one, other) => comparePriority(one.priority, other.priority))
  readonly stealing = new WorkStealing(this.placement)
  /** What is said once the transitions have been made. */
  instructions: SchedulerInstruction[] = []

  get workers(): ReadonlyMap<string, WorkerState> {
    return this.placement.workers
  }

  /** Read to the end: what is left of the instructions is the rest of what the stimulus did. */
  *handleStimulus(stimulus: SchedulerStimulus): Generator<SchedulerInstruction, void> {
    if (stimulus.op === 'remove-worker') {
      yield* this.#removeWorker(stimulus.worker, stimulus.expected)
      return
    }
    const { recs, details = {} } = this.#begin(stimulus)
    if (stimulus.op === 'update-graph') yield* this.#graphUpdated(stimulus)
    yield* this.#transitions(recs, details)
    if (!OPENS_SLOTS.has(stimulus.op)) return
    for (let slots = this.placement.openSlots(); slots > 0; slots--) {
      const next = this.queued.peek()
      if (next === undefined) return
      yield* this.#transitions([[next.key, 'processing']], {})
    }
  }

  /** scheduler.py `_transitions`: each recommendation, and all that follows from it, last first. */
  *#transitions(recs: Recs, details: Details): Generator<SchedulerInstruction, void> {
    const recommendations = new Recommendations(recs)
    let given = details
    for (let next = recommendations.pop(); next !== null; next = recommendations.pop()) {
      const task = this.tasks.get(next.key)
      const steps = this.#transition(next.key, next.finish, given)
      for (const { start, finish, recs: following } of steps) {
        recommendations.add(following)
        if (task !== undefined) this.stealing.transition(task, start, finish)
        // On the way through `released`, only the second step is the one that was asked for.
        const own = finish === steps.at(-1)?.finish ? given : {}
        yield { op: 'transition', key: next.key, start, finish, details: own }
        if (finish === 'forgotten') this.#remove(next.key)
      }
      given = {}
    }
    yield* this.#flush()
  }

  /** Plugins hear of a graph when its tasks are there, and before any of them changes state. */
  *#graphUpdated({ client, tasks }: SchedulerStimulus & { op: 'update-graph' }): Generator<SchedulerInstruction, void> {
    const keys = tasks.map(({ key }) => key)
    const touched = touchedBy(keys.flatMap((key) => this.tasks.get(key) ?? []))
    yield { op: 'update-graph', client, keys, tasks: touched }
  }

  *#flush(): Generator<SchedulerInstruction, void> {
    const { instructions } = this
    this.instructions = []
    yield* instructions
  }

  #begin(stimulus: Exclude<SchedulerStimulus, { op: 'remove-worker' }>): Begun {
    switch (stimulus.op) {
      case 'update-graph':
        return { recs: createGraphTasks(this, stimulus) }
      case 'client-releases-keys':
        return { recs: this.#clientReleasesKeys(stimulus.client, stimulus.keys) }
      case 'client-desires-keys':
        this.#clientDesiresKeys(stimulus.client, stimulus.keys)
        return NOTHING
      case 'update-data':
        updateData(this, stimulus.data)
        this.#clientDesiresKeys(
          stimulus.client,
          stimulus.data.map(({ key }) => key),
        )
        return NOTHING
      case 'task-finished':
        return taskFinished(this, stimulus)
      case 'task-erred':
        return taskErred(this, stimulus)
      case 'add-keys':
        return addKeys(this, stimulus)
      case 'release-worker-data':
        return releaseWorkerData(this, stimulus)
      case 'long-running':
        return longRunning(this, stimulus)
      case 'steal-response':
        return stealResponse(this, stimulus)
      case 'move-away': {
        const worker = this.workers.get(stimulus.worker)
        if (worker !== undefined) this.instructions.push(...moveAway(this, worker))
        return NOTHING
      }
      case 'balance':
        this.instructions.push(...this.stealing.balance(stimulus.now))
        return NOTHING
      case 'retry':
        return { recs: failedRoots(this, stimulus.keys).map((key) => [key, 'waiting']) }
      case 'add-worker':
        this.placement.addWorker(stimulus.worker)
        return stimulus.worker.status === 'running' ? this.#scheduleUnrunnable(stimulus.worker) : NOTHING
      case 'worker-status-change': {
        const worker = this.workers.get(stimulus.worker)
        if (worker === undefined || worker.status === stimulus.status) return NOTHING
        worker.status = stimulus.status
        this.placement.update(worker)
        return stimulus.status === 'running' ? this.#scheduleUnrunnable(worker) : NOTHING
      }
    }
  }

  /** scheduler.py `_client_releases_keys` */
  #clientReleasesKeys(client: string, keys: Iterable<string>): Recs {
    const recs: [string, TaskStateState][] = []
    const wanted = this.clients.get(client)
    for (const key of keys) {
      const task = this.tasks.get(key)
      if (task === undefined || !wanted?.delete(task)) continue
      task.whoWants.delete(client)
      if (task.whoWants.size > 0) continue
      if (task.dependents.size === 0) recs.push([key, 'forgotten'])
      else if (task.state !== 'erred' && task.waiters.size === 0) recs.push([key, 'released'])
    }
    if (client === FIRE_AND_FORGET && wanted?.size === 0) this.clients.delete(client)
    return recs
  }

  /** What was fired and forgotten has ended, and nobody is left to want it. */
  releaseForgotten({ key, whoWants }: TaskState): Recs {
    return whoWants.has(FIRE_AND_FORGET) ? this.#clientReleasesKeys(FIRE_AND_FORGET, [key]) : []
  }

  /** scheduler.py `client_desires_keys`; `fire-and-forget` is a client too, though nobody tells it anything. */
  #clientDesiresKeys(client: string, keys: Iterable<string>): void {
    const wanted = this.clients.get(client) ?? new Set()
    this.clients.set(client, wanted)
    for (const key of keys) {
      const task = this.tasks.get(key)
      if (task === undefined) continue
      task.whoWants.add(client)
      wanted.add(task)
      this.instructions.push(...reportsOf(task, [client]))
    }
  }

  /** scheduler.py `bulk_schedule_unrunnable_after_adding_worker` */
  #scheduleUnrunnable(worker: WorkerState): Begun {
    const runnable = [...this.unrunnable].filter((task) => this.placement.validWorkers(task)?.includes(worker) ?? true)
    runnable.sort((one, other) => comparePriority(other.priority, one.priority))
    return { recs: runnable.map(({ key }) => [key, 'processing']) }
  }

  /** scheduler.py `remove_worker`: what it ran is run elsewhere, unless too many workers have gone with it. */
  *#removeWorker(address: string, expected: boolean): Generator<SchedulerInstruction, void> {
    const worker = this.workers.get(address)
    if (worker === undefined) return
    this.placement.removeWorker(worker)
    const recs: (readonly [string, TaskStateState])[] = []
    for (const task of worker.processing) {
      if (!expected) task.suspicious += 1
      if (task.suspicious > ALLOWED_FAILURES) recs.push(...(yield* this.#killed(task, worker)))
      else recs.push([task.key, 'released'])
    }
    for (const task of [...worker.hasWhat]) {
      this.placement.removeReplica(task, worker)
      if (task.whoHas.size === 0) recs.push([task.key, task.runSpec === null ? 'forgotten' : 'released'])
    }
    yield* this.#transitions(recs, {})
    this.stealing.removeWorker(worker)
  }

  *#killed({ key, suspicious }: TaskState, { address }: WorkerState): Generator<SchedulerInstruction, Recs> {
    const exception = dumps(new KilledWorker(key, { worker: address, allowed: ALLOWED_FAILURES }))
    const details = { exception, cause: key, worker: address }
    const steps = this.#transition(key, 'erred', details)
    for (const { start, finish } of steps) yield { op: 'transition', key, start, finish, details }
    const message = `Task ${key} marked as failed because ${suspicious} workers died while trying to run it`
    yield { op: 'log', level: 'ERROR', message }
    return steps.flatMap(({ recs }) => recs)
  }

  /** The steps from a task's state to another: one, or two through `released` where the table has no direct way. */
  #transition(
    key: string,
    finish: TaskStateState,
    details: Details,
  ): readonly { start: TaskStateState; finish: TaskStateState; recs: Recs }[] {
    const task = this.tasks.get(key)
    if (task === undefined || task.state === finish) return []
    const start = task.state
    const direct = TRANSITIONS_TABLE[`${start},${finish}`]
    if (direct !== undefined) {
      const recs = direct(this, task, details)
      return [{ start, finish: task.state, recs }]
    }
    if (start === 'released' || finish === 'released') {
      throw new Error(
        `Impossible transition from ${start} to ${finish} for "${key}". Add it to the table in scheduler-transitions.ts.`,
      )
    }
    const first = this.#transition(key, 'released', {})
    // What follows from the release comes before what was asked for. scheduler.py `_transition`
    const second = new Map(first[0]?.recs).get(key) ?? finish
    return [...first, ...this.#transition(key, second, {})]
  }

  /** scheduler.py `_remove_key` */
  #remove(key: string): void {
    const task = this.tasks.get(key)
    if (task === undefined) return
    this.tasks.delete(key)
    for (const client of task.whoWants) this.clients.get(client)?.delete(task)
    task.group.alive -= 1
    if (task.group.alive === 0) this.groups.delete(task.group.name)
  }
}

/** After these, workers may have room for queued tasks. scheduler.py: callers of `stimulus_queue_slots_maybe_opened` */
const OPENS_SLOTS: ReadonlySet<SchedulerStimulus['op']> = new Set([
  'client-releases-keys',
  'task-finished',
  'task-erred',
  'add-worker',
  'worker-status-change',
  'long-running',
] as const)
