/** distributed/scheduler.py `SchedulerState`: which tasks there are and where. Stimuli in, instructions out; no clock, no messages, no plugins. */
import type { Pickled } from 'distributed/protocol/pickle'
import { Recommendations } from 'distributed/recommendations'

export type TaskStateState = 'released' | 'waiting' | 'no-worker' | 'processing' | 'memory' | 'erred' | 'forgotten'

/** What a worker needs to run a task: the function and its arguments, pickled together. */
export type RunSpec = Pickled<{
  readonly fn: (...args: readonly never[]) => unknown
  readonly args: readonly unknown[]
}>

export interface TaskState {
  readonly key: string
  readonly runSpec: RunSpec
  /** Addresses; null where any worker will do. */
  readonly workerRestrictions: ReadonlySet<string> | null
  readonly whoWants: Set<string>
  readonly whoHas: Set<string>
  state: TaskStateState
  processingOn: string | null
  exception: Pickled | null
}

export interface WorkerState {
  readonly address: string
  readonly name: string | number
  readonly nthreads: number
  /** The address of the nanny beside it; null where there is none. */
  readonly nanny: string | null
  readonly processing: Set<string>
}

export interface NewTask {
  readonly key: string
  readonly runSpec: RunSpec
  readonly workers: readonly string[] | null
}

/** What happened outside. Named as Dask names its operations. */
export type SchedulerStimulus =
  | { readonly op: 'update-graph'; readonly client: string; readonly tasks: readonly NewTask[] }
  | { readonly op: 'client-releases-keys'; readonly client: string; readonly keys: readonly string[] }
  | { readonly op: 'task-finished'; readonly worker: string; readonly key: string }
  | { readonly op: 'task-erred'; readonly worker: string; readonly key: string; readonly exception: Pickled }
  | { readonly op: 'add-worker'; readonly worker: WorkerState }
  | { readonly op: 'remove-worker'; readonly worker: string }

/** What follows from it, in order. A transition is handed out at the moment it happened, before those that follow from it. */
export type SchedulerInstruction =
  | { readonly op: 'transition'; readonly key: string; readonly start: TaskStateState; readonly finish: TaskStateState }
  | { readonly op: 'key-in-memory'; readonly client: string; readonly key: string }
  | { readonly op: 'task-erred'; readonly client: string; readonly key: string; readonly exception: Pickled }
  | { readonly op: 'compute-task'; readonly worker: string; readonly key: string; readonly runSpec: RunSpec }
  | { readonly op: 'free-keys'; readonly worker: string; readonly keys: readonly string[] }

type Recs = readonly (readonly [string, TaskStateState])[]

export class SchedulerState {
  readonly tasks = new Map<string, TaskState>()
  readonly workers = new Map<string, WorkerState>()
  /** Tasks that no worker may run, in state `no-worker`. */
  readonly unrunnable = new Set<string>()
  #assigned = 0
  // Without its semicolon, the field would be multiplied by the generator below it.
  #messages: SchedulerInstruction[] = [];

  /** Read to the end: what is left of the instructions is the rest of what the stimulus did. */
  *handleStimulus(stimulus: SchedulerStimulus): Generator<SchedulerInstruction, void> {
    const recommendations = new Recommendations(this.#recommend(stimulus))
    for (let next = recommendations.pop(); next !== null; next = recommendations.pop()) {
      for (const step of this.#transition(next.key, next.finish)) {
        recommendations.add(step.recs)
        yield { op: 'transition', key: next.key, start: step.start, finish: step.finish }
        if (step.finish === 'forgotten') this.tasks.delete(next.key)
      }
    }
    const messages = this.#messages
    this.#messages = []
    yield* messages
  }

  #recommend(stimulus: SchedulerStimulus): Recs {
    switch (stimulus.op) {
      case 'update-graph':
        return this.#updateGraph(stimulus.client, stimulus.tasks)
      case 'client-releases-keys':
        return this.#clientReleasesKeys(stimulus.client, stimulus.keys)
      case 'task-finished':
        return this.#taskFinished(stimulus.worker, stimulus.key)
      case 'task-erred':
        return this.#taskErred(stimulus.worker, stimulus.key, stimulus.exception)
      case 'add-worker':
        this.workers.set(stimulus.worker.address, stimulus.worker)
        return [...this.unrunnable].map((key) => [key, 'processing'] as const)
      case 'remove-worker':
        return this.#removeWorker(stimulus.worker)
    }
  }

  #updateGraph(client: string, tasks: readonly NewTask[]): Recs {
    const recs: (readonly [string, TaskStateState])[] = []
    for (const { key, runSpec, workers } of tasks) {
      const known = this.tasks.get(key)
      const task = known ?? newTask(key, runSpec, workers)
      task.whoWants.add(client)
      this.tasks.set(key, task)
      if (task.state === 'released') recs.push([key, 'waiting'])
      this.#tellClients(task, [client])
    }
    // The last recommendation is taken first, and the first task is to run first.
    return recs.reverse()
  }

  #clientReleasesKeys(client: string, keys: readonly string[]): Recs {
    const unwanted = keys.filter((key) => {
      const task = this.tasks.get(key)
      return task?.whoWants.delete(client) && task.whoWants.size === 0
    })
    return unwanted.map((key) => [key, 'forgotten'] as const)
  }

  #taskFinished(worker: string, key: string): Recs {
    const task = this.tasks.get(key)
    if (task?.processingOn !== worker) {
      // Nobody waits for this result any more. distributed/scheduler.py `stimulus_task_finished`
      this.#messages.push({ op: 'free-keys', worker, keys: [key] })
      return []
    }
    task.whoHas.add(worker)
    return [[key, 'memory']]
  }

  #taskErred(worker: string, key: string, exception: Pickled): Recs {
    const task = this.tasks.get(key)
    if (task?.processingOn !== worker) return []
    task.exception = exception
    return [[key, 'erred']]
  }

  #removeWorker(address: string): Recs {
    const lost = this.workers.get(address)
    if (lost === undefined) return []
    this.workers.delete(address)
    const recs = [...lost.processing].map((key) => [key, 'released'] as const)
    for (const task of this.tasks.values()) {
      if (task.whoHas.delete(address) && task.whoHas.size === 0) recs.push([task.key, 'released'])
    }
    return recs
  }

  /** The steps from a task's state to another: one, or two through `released` where the table has no direct way. */
  #transition(
    key: string,
    finish: TaskStateState,
  ): readonly { start: TaskStateState; finish: TaskStateState; recs: Recs }[] {
    const task = this.tasks.get(key)
    if (task === undefined || task.state === finish) return []
    const start = task.state
    const direct = this.#table[`${start},${finish}`]
    if (direct !== undefined) {
      const recs = direct(task)
      return [{ start, finish: task.state, recs }]
    }
    if (start === 'released' || finish === 'released') {
      throw new Error(
        `Impossible transition from ${start} to ${finish} for "${key}". Add it to the table of SchedulerState.`,
      )
    }
    return [...this.#transition(key, 'released'), ...this.#transition(key, finish)]
  }

  /** distributed/scheduler.py `_TRANSITIONS_TABLE`. */
  readonly #table: Readonly<Record<string, (task: TaskState) => Recs>> = {
    'released,waiting': (task) => this.#enter(task, 'waiting', [[task.key, 'processing']]),
    'released,forgotten': (task) => this.#enter(task, 'forgotten'),
    'waiting,processing': (task) => this.#startProcessing(task),
    'no-worker,processing': (task) => this.#startProcessing(task),
    'no-worker,released': (task) => this.#leaveWorkers(task, []),
    'processing,memory': (task) => this.#stopProcessing(task, 'memory'),
    'processing,erred': (task) => this.#stopProcessing(task, 'erred'),
    'processing,released': (task) => {
      const worker = task.processingOn
      return this.#leaveWorkers(task, worker === null ? [] : [worker])
    },
    'memory,released': (task) => this.#leaveWorkers(task, [...task.whoHas]),
    'memory,forgotten': (task) => {
      this.#leaveWorkers(task, [...task.whoHas])
      return this.#enter(task, 'forgotten')
    },
    'erred,released': (task) => this.#leaveWorkers(task, [...this.workers.keys()]),
  }

  #startProcessing(task: TaskState): Recs {
    const worker = this.#decideWorker(task)
    if (worker === null) {
      this.unrunnable.add(task.key)
      return this.#enter(task, 'no-worker')
    }
    this.unrunnable.delete(task.key)
    task.processingOn = worker.address
    worker.processing.add(task.key)
    this.#messages.push({ op: 'compute-task', worker: worker.address, key: task.key, runSpec: task.runSpec })
    return this.#enter(task, 'processing')
  }

  #stopProcessing(task: TaskState, finish: 'memory' | 'erred'): Recs {
    this.workers.get(task.processingOn ?? '')?.processing.delete(task.key)
    task.processingOn = null
    this.#enter(task, finish)
    this.#tellClients(task, task.whoWants)
    return []
  }

  #leaveWorkers(task: TaskState, workers: readonly string[]): Recs {
    for (const worker of workers) {
      const state = this.workers.get(worker)
      state?.processing.delete(task.key)
      if (state !== undefined) this.#messages.push({ op: 'free-keys', worker, keys: [task.key] })
    }
    this.unrunnable.delete(task.key)
    task.processingOn = null
    task.exception = null
    task.whoHas.clear()
    return this.#enter(task, 'released', [[task.key, task.whoWants.size === 0 ? 'forgotten' : 'waiting']])
  }

  #enter(task: TaskState, state: TaskStateState, recs: Recs = []): Recs {
    task.state = state
    return recs
  }

  #tellClients(task: TaskState, clients: Iterable<string>): void {
    for (const client of clients) {
      if (task.state === 'memory') this.#messages.push({ op: 'key-in-memory', client, key: task.key })
      if (task.state === 'erred' && task.exception !== null) {
        this.#messages.push({ op: 'task-erred', client, key: task.key, exception: task.exception })
      }
    }
  }

  /** The least busy worker; among idle ones, each in turn. distributed/scheduler.py `decide_worker_non_rootish` */
  #decideWorker(task: TaskState): WorkerState | null {
    const allowed = [...this.workers.values()].filter(({ address, name }) => {
      return (
        task.workerRestrictions === null ||
        task.workerRestrictions.has(address) ||
        task.workerRestrictions.has(String(name))
      )
    })
    const start = task.workerRestrictions === null ? this.#assigned++ : 0
    const inTurn = allowed.map((_, index) => allowed[(start + index) % allowed.length])
    return inTurn.reduce<WorkerState | null>((best, next) => {
      if (next === undefined) return best
      return best === null || next.processing.size / next.nthreads < best.processing.size / best.nthreads ? next : best
    }, null)
  }
}

function newTask(key: string, runSpec: RunSpec, workers: readonly string[] | null): TaskState {
  return {
    key,
    runSpec,
    workerRestrictions: workers === null ? null : new Set(workers),
    whoWants: new Set(),
    whoHas: new Set(),
    state: 'released',
    processingOn: null,
    exception: null,
  }
}
