/** distributed/worker_state_machine.py: which tasks a worker has and what it does next. Stimuli in, instructions out; it runs nothing itself. */
import type { Pickled } from 'distributed/protocol/pickle'
import { Recommendations } from 'distributed/recommendations'
import type { RunSpec } from 'distributed/scheduler-state'

export type WorkerTaskStateState = 'released' | 'waiting' | 'ready' | 'executing' | 'memory' | 'error' | 'forgotten'

export interface WorkerTaskState {
  readonly key: string
  readonly runSpec: RunSpec
  state: WorkerTaskStateState
  exception: unknown
}

export type WorkerStimulus =
  | { readonly op: 'compute-task'; readonly key: string; readonly runSpec: RunSpec }
  | { readonly op: 'execute-success'; readonly key: string; readonly value: unknown }
  | { readonly op: 'execute-failure'; readonly key: string; readonly exception: unknown; readonly pickled: Pickled }
  | { readonly op: 'free-keys'; readonly keys: readonly string[] }

/** What follows, in order. A transition is handed out at the moment it happened, before those that follow from it. */
export type WorkerInstruction =
  | {
      readonly op: 'transition'
      readonly key: string
      readonly start: WorkerTaskStateState
      readonly finish: WorkerTaskStateState
    }
  | { readonly op: 'execute'; readonly key: string; readonly runSpec: RunSpec }
  | { readonly op: 'task-finished'; readonly key: string }
  | { readonly op: 'task-erred'; readonly key: string; readonly exception: Pickled }

type Recs = readonly (readonly [string, WorkerTaskStateState])[]

export class WorkerState {
  readonly nthreads: number
  readonly tasks = new Map<string, WorkerTaskState>()
  /** Results, by key. */
  readonly data = new Map<string, unknown>()
  readonly #ready = new Set<string>()
  readonly #executing = new Set<string>()
  #instructions: WorkerInstruction[] = []

  constructor({ nthreads }: { readonly nthreads: number }) {
    this.nthreads = nthreads
  }

  /** Read to the end: what is left of the instructions is the rest of what the stimulus did. */
  *handleStimulus(stimulus: WorkerStimulus): Generator<WorkerInstruction, void> {
    const recommendations = new Recommendations(this.#recommend(stimulus))
    for (let next = recommendations.pop(); next !== null; next = recommendations.pop()) {
      const task = this.tasks.get(next.key)
      if (task === undefined || task.state === next.finish) continue
      const start = task.state
      recommendations.add(this.#transition(task, next.finish))
      yield { op: 'transition', key: task.key, start, finish: next.finish }
      if (next.finish === 'forgotten') this.tasks.delete(task.key)
    }
    const instructions = this.#instructions
    this.#instructions = []
    yield* instructions
  }

  #recommend(stimulus: WorkerStimulus): Recs {
    switch (stimulus.op) {
      case 'compute-task': {
        const { key, runSpec } = stimulus
        const task = this.tasks.get(key) ?? { key, runSpec, state: 'released', exception: null }
        this.tasks.set(key, task)
        return task.state === 'released' || task.state === 'error' ? [[key, 'waiting']] : []
      }
      case 'execute-success': {
        const { key, value } = stimulus
        return this.#stopExecuting(key, () => {
          this.data.set(key, value)
          this.#instructions.push({ op: 'task-finished', key })
          return 'memory'
        })
      }
      case 'execute-failure': {
        const { key, exception, pickled } = stimulus
        return this.#stopExecuting(key, (task) => {
          task.exception = exception
          this.#instructions.push({ op: 'task-erred', key, exception: pickled })
          return 'error'
        })
      }
      case 'free-keys':
        return stimulus.keys.map((key) => [key, 'released'] as const)
    }
  }

  #stopExecuting(key: string, settle: (task: WorkerTaskState) => 'memory' | 'error'): Recs {
    this.#executing.delete(key)
    const task = this.tasks.get(key)
    // Released meanwhile: the result is of no use to anyone. The thread is free for the next task all the same.
    if (task?.state !== 'executing') return this.#ensureComputing()
    return [[key, settle(task)]]
  }

  #transition(task: WorkerTaskState, finish: WorkerTaskStateState): Recs {
    task.state = finish
    switch (finish) {
      case 'waiting':
        return [[task.key, 'ready']]
      case 'ready':
        this.#ready.add(task.key)
        return this.#ensureComputing()
      case 'executing':
        this.#instructions.push({ op: 'execute', key: task.key, runSpec: task.runSpec })
        return []
      case 'memory':
      case 'error':
        return this.#ensureComputing()
      case 'released':
        this.#ready.delete(task.key)
        this.data.delete(task.key)
        task.exception = null
        return [[task.key, 'forgotten']]
      case 'forgotten':
        return []
    }
  }

  /** Gives the oldest ready tasks to the free threads. */
  #ensureComputing(): Recs {
    const recs: (readonly [string, WorkerTaskStateState])[] = []
    for (const key of this.#ready) {
      if (this.#executing.size >= this.nthreads) break
      this.#ready.delete(key)
      this.#executing.add(key)
      recs.push([key, 'executing'])
    }
    return recs
  }
}
