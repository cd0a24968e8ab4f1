/** distributed/worker_state_machine.py `WorkerState`: which tasks a worker has and what it does next. Stimuli in, instructions out; it runs nothing itself. */
import { HeapSet } from 'distributed/heap-set'
import type { Pickled } from 'distributed/protocol/pickle'
import { Recommendations } from 'distributed/recommendations'
import type { Resources } from 'distributed/scheduler-tasks'
import {
  compareWorkerPriority,
  newWorkerTask,
  type WorkerInstruction,
  type WorkerStimulus,
  type WorkerTaskState,
  type WorkerTaskStateState,
} from 'distributed/worker-tasks'
import { WORKER_TRANSITIONS_TABLE, type WorkerRecs } from 'distributed/worker-transitions'

/** What the task of a stimulus has come to, in which of its runs. */
type Outcome =
  | { readonly kind: 'value'; readonly value: unknown; readonly runId: number }
  | { readonly kind: 'exception'; readonly exception: unknown; readonly pickled: Pickled; readonly runId: number }

export class WorkerState {
  readonly nthreads: number
  /** All that it has that tasks may take. */
  readonly resources: Resources
  readonly tasks = new Map<string, WorkerTaskState>()
  /** Results, by key. */
  readonly data = new Map<string, unknown>()
  readonly ready = new HeapSet<WorkerTaskState>(compareWorkerPriority)
  /** Tasks that take resources, and wait for them and for a thread. */
  readonly constrained = new HeapSet<WorkerTaskState>(compareWorkerPriority)
  readonly executing = new Set<WorkerTaskState>()
  /** Those that go on without a thread, having given it back. */
  readonly longRunning = new Set<WorkerTaskState>()
  /** Tasks in state `fetch`, by the worker that they can be had from. */
  readonly dataNeeded = new Map<string, Set<WorkerTaskState>>()
  /** Workers that are being asked for data; each is asked once at a time. */
  readonly inFlightWorkers = new Set<string>()
  /** What of its resources no task has taken. */
  readonly available: Map<string, number>
  /** False for a worker that closes: what is ready stays so. */
  isRunning = true
  instructions: WorkerInstruction[] = []
  #generation = 0
  /** What the task of the present stimulus has come to. */
  outcome: Outcome | null = null

  constructor({ nthreads, resources = {} }: { readonly nthreads: number; readonly resources?: Resources }) {
    this.nthreads = nthreads
    this.resources = resources
    this.available = new Map(Object.entries(resources))
  }

  /** Read to the end: what is left of the instructions is the rest of what the stimulus did. */
  *handleStimulus(stimulus: WorkerStimulus): Generator<WorkerInstruction, void> {
    if (stimulus.op === 'gather-dep-success') yield* this.#receive(stimulus)
    else if (stimulus.op === 'update-data') yield* this.#updateData(stimulus.data)
    else yield* this.#transitions(this.#begin(stimulus))
    yield* this.#transitions(this.#ensureCommunicating())
    const { instructions } = this
    this.instructions = []
    yield* instructions
  }

  *#transitions(recs: WorkerRecs): Generator<WorkerInstruction, void> {
    const recommendations = new Recommendations(recs)
    for (let next = recommendations.pop(); next !== null; next = recommendations.pop()) {
      const task = this.tasks.get(next.key)
      if (task === undefined) continue
      for (const step of this.#transition(task, next.finish)) {
        recommendations.add(step.recs)
        yield { op: 'transition', key: task.key, start: step.start, finish: step.finish }
        if (task.state === 'forgotten') this.tasks.delete(task.key)
      }
    }
  }

  /** Plugins hear of the state that was asked for: a running task that is `released` is really `cancelled`. */
  #transition(
    task: WorkerTaskState,
    finish: WorkerTaskStateState,
  ): readonly { start: WorkerTaskStateState; finish: WorkerTaskStateState; recs: WorkerRecs }[] {
    const start = task.state
    if (start === finish) return []
    const direct = WORKER_TRANSITIONS_TABLE[`${start},${finish}`]
    if (direct !== undefined) return [{ start, finish, recs: direct(this, task) }]
    if (start === 'released' || finish === 'released') {
      throw new Error(
        `Impossible transition from ${start} to ${finish} for "${task.key}". Add it to the table in worker-transitions.ts.`,
      )
    }
    const first = this.#transition(task, 'released').map((step) => {
      return { ...step, recs: step.recs.filter(([key]) => key !== task.key) }
    })
    return [...first, ...this.#transition(task, finish)]
  }

  #begin(stimulus: Exclude<WorkerStimulus, { op: 'gather-dep-success' | 'update-data' }>): WorkerRecs {
    switch (stimulus.op) {
      case 'compute-task':
        return this.#computeTask(stimulus)
      case 'execute-success':
        return this.#executed(stimulus.key, { kind: 'value', value: stimulus.value, runId: stimulus.runId ?? 0 })
      case 'execute-failure': {
        const { key, exception, pickled, runId = 0 } = stimulus
        return this.#executed(key, { kind: 'exception', exception, pickled, runId })
      }
      case 'gather-dep-network-failure':
        return this.#gatherFailed(stimulus.worker, stimulus.keys)
      case 'free-keys':
        return stimulus.keys.map((key) => [key, 'released'])
      case 'remove-replicas':
        return stimulus.keys.filter((key) => this.tasks.get(key)?.state === 'memory').map((key) => [key, 'released'])
      case 'steal-request':
        return this.#stealRequest(stimulus.key, stimulus.stimulusId)
      case 'secede': {
        // A task that has been cancelled may secede too. worker_state_machine.py `_handle_secede`
        const task = this.tasks.get(stimulus.key)
        return task === undefined ? [] : [[stimulus.key, 'long-running']]
      }
      case 'acquire-replicas':
        return this.#acquireReplicas(stimulus.whoHas)
      case 'remove-worker':
        return this.#forgetWorker(stimulus.worker)
      case 'pause':
        this.isRunning = false
        return []
      case 'unpause':
        this.isRunning = true
        return this.ensureComputing()
    }
  }

  /** worker_state_machine.py `_handle_compute_task` */
  #computeTask(stimulus: WorkerStimulus & { op: 'compute-task' }): WorkerRecs {
    const { key, runSpec, runId = 0, priority = [0, 0, 0], resources = {}, whoHas = {} } = stimulus
    const task = this.#ensureTask(key)
    task.runId = runId
    if (['ready', 'constrained', 'executing', 'long-running', 'waiting'].includes(task.state)) return []
    if (task.state === 'memory') {
      this.instructions.push({ op: 'task-finished', key, runId })
      return []
    }
    task.runSpec = runSpec
    // A task that still runs gives back in the end what it took when it began, not what is asked of it now.
    const stillRuns = task.state === 'cancelled' || task.state === 'resumed'
    if (!(stillRuns && (task.previous === 'executing' || task.previous === 'long-running'))) task.resources = resources
    // Of equals, the newest goes first.
    task.priority = [...priority, this.#generation--]
    task.exception = null
    for (const [name, holders] of Object.entries(whoHas)) {
      const dependency = this.#ensureTask(name)
      if (dependency.priority.length === 0) dependency.priority = task.priority
      task.dependencies.add(dependency)
      dependency.dependents.add(task)
      for (const holder of holders) dependency.whoHas.add(holder)
    }
    return [[key, 'waiting']]
  }

  /** What has not begun is given up. worker_state_machine.py `_handle_steal_request` */
  #stealRequest(key: string, stimulusId: string): WorkerRecs {
    const state = this.tasks.get(key)?.state ?? null
    this.instructions.push({ op: 'steal-response', key, state, stimulusId })
    return state === 'ready' || state === 'constrained' || state === 'waiting' ? [[key, 'released']] : []
  }

  /** Behind what tasks need that are wanted now. worker_state_machine.py `_handle_acquire_replicas` */
  #acquireReplicas(whoHas: Readonly<Record<string, readonly string[]>>): WorkerRecs {
    const tasks = Object.entries(whoHas).map(([key, holders]) => {
      const task = this.#ensureTask(key)
      if (task.priority.length === 0) task.priority = [1]
      for (const holder of holders) task.whoHas.add(holder)
      return task
    })
    return tasks.filter(({ state }) => state !== 'memory').map(({ key }) => [key, 'fetch'])
  }

  #ensureTask(key: string): WorkerTaskState {
    const task = this.tasks.get(key) ?? newWorkerTask(key)
    this.tasks.set(key, task)
    return task
  }

  /** The thread is free again: the next ready task gets it, whatever became of this one. worker_state_machine.py `_execute_done_common` */
  #executed(key: string, outcome: Outcome): WorkerRecs {
    const task = this.tasks.get(key)
    if (task === undefined) return []
    this.stopExecuting(task)
    task.done = true
    this.outcome = outcome
    return [...this.ensureComputing(), [key, outcome.kind === 'value' ? 'memory' : 'error']]
  }

  *#receive({ worker, keys, data }: WorkerStimulus & { op: 'gather-dep-success' }): Generator<WorkerInstruction, void> {
    this.inFlightWorkers.delete(worker)
    // The last recommendation is taken first. worker_state_machine.py `_handle_gather_dep_success`
    for (const key of [...keys].reverse()) {
      const task = this.tasks.get(key)
      if (task === undefined) continue
      task.done = true
      if (data.has(key)) this.outcome = { kind: 'value', value: data.get(key), runId: task.runId }
      else task.whoHas.delete(worker)
      yield* this.#transitions([[key, data.has(key) ? 'memory' : 'fetch']])
    }
  }

  /** What a client has scattered. worker_state_machine.py `_handle_update_data` */
  *#updateData(data: ReadonlyMap<string, unknown>): Generator<WorkerInstruction, void> {
    for (const [key, value] of [...data].reverse()) {
      const { runId } = this.#ensureTask(key)
      this.outcome = { kind: 'value', value, runId }
      yield* this.#transitions([[key, 'memory']])
    }
  }

  #gatherFailed(worker: string, keys: readonly string[]): WorkerRecs {
    this.inFlightWorkers.delete(worker)
    for (const key of keys) {
      const task = this.tasks.get(key)
      if (task !== undefined) task.done = true
    }
    return [...this.#forgetWorker(worker), ...keys.map((key) => [key, 'fetch'] as const)]
  }

  /** worker_state_machine.py `_handle_remove_worker` */
  #forgetWorker(worker: string): WorkerRecs {
    const needed = [...(this.dataNeeded.get(worker) ?? [])]
    this.dataNeeded.delete(worker)
    for (const task of this.tasks.values()) task.whoHas.delete(worker)
    return needed.filter(({ whoHas }) => whoHas.size === 0).map(({ key }) => [key, 'missing'])
  }

  /** Gives ready tasks to the free threads, the most urgent first. worker_state_machine.py `_ensure_computing` */
  ensureComputing(): WorkerRecs {
    const recs: (readonly [string, WorkerTaskStateState])[] = []
    while (this.isRunning && this.executing.size < this.nthreads) {
      const task = this.#nextReady()
      if (task === undefined) break
      this.executing.add(task)
      this.#take(task, -1)
      recs.push([task.key, 'executing'])
    }
    return recs
  }

  /** The thread is free again, and the resources are. */
  stopExecuting(task: WorkerTaskState): void {
    if (this.executing.delete(task) || this.longRunning.delete(task)) this.#take(task, 1)
  }

  /** The thread is free again, the resources are not. */
  secede(task: WorkerTaskState): void {
    this.executing.delete(task)
    this.longRunning.add(task)
  }

  /** worker_state_machine.py `_next_ready_task`: one that lacks resources holds up others of its like, however urgent they are. */
  #nextReady(): WorkerTaskState | undefined {
    const [ready, constrained] = [this.ready.peek(), this.constrained.peek()]
    const isFirst = constrained !== undefined && (ready === undefined || compareWorkerPriority(constrained, ready) < 0)
    const needed = Object.entries(constrained?.resources ?? {})
    const hasEnough = needed.every(([resource, amount]) => (this.available.get(resource) ?? 0) >= amount)
    return isFirst && hasEnough ? this.constrained.pop() : this.ready.pop()
  }

  #take({ resources }: WorkerTaskState, sign: 1 | -1): void {
    for (const [resource, amount] of Object.entries(resources)) {
      this.available.set(resource, (this.available.get(resource) ?? 0) + sign * amount)
    }
  }

  /** Asks each worker for all that it has and is needed here. worker_state_machine.py `_ensure_communicating` */
  #ensureCommunicating(): WorkerRecs {
    const recs: (readonly [string, WorkerTaskStateState])[] = []
    for (const [worker, needed] of this.dataNeeded) {
      if (needed.size === 0 || this.inFlightWorkers.has(worker)) continue
      const keys = [...needed].sort(compareWorkerPriority).map(({ key }) => key)
      this.instructions.push({ op: 'gather-dep', worker, keys })
      this.inFlightWorkers.add(worker)
      for (const task of needed) this.stopNeeding(task)
      for (const key of keys) recs.push([key, 'flight'])
    }
    return recs
  }

  stopNeeding(task: WorkerTaskState): void {
    for (const worker of task.whoHas) this.dataNeeded.get(worker)?.delete(task)
  }
}
