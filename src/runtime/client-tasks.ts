/** distributed/client.py `submit`, `map`: makes tasks of calls. And `scheduler_info`: who could run them. */
import { Future } from 'distributed/future'
import type { NextId } from 'distributed/ids'
import { dumps } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import type { NewTask } from 'distributed/scheduler-tasks'
import { replaceDeep, TaskRef } from 'distributed/task-refs'
import { createTokenizer } from 'distributed/tokenize'

export interface SubmitOptions {
  /** The task's name. Without it, one is made of the function's name, and the same call gives the same one. */
  readonly key?: string
  /** Names or addresses of the workers that may run the task. */
  readonly workers?: string | number | readonly (string | number)[]
  /** Whether others may run it where none of these can. */
  readonly allowOtherWorkers?: boolean
  /** False where the same call may give another result, and should run again. Default true. */
  readonly pure?: boolean
  /** What is higher runs first. Default 0. */
  readonly priority?: number
  /** How often a failing task is run again. Default 0. */
  readonly retries?: number
}

type AnyFunction = (...args: readonly never[]) => unknown

export interface GraphTask {
  readonly key: string
  readonly fn: (...args: never) => unknown
  readonly args: readonly unknown[]
}

/** The names of tasks, and what is sent under them. */
export class Keys {
  readonly #nextId: NextId
  readonly #tokenize = createTokenizer()
  readonly #known = new Map<string, string>()

  constructor(nextId: NextId) {
    this.#nextId = nextId
  }

  /** client.py `submit`: `funcname(func) + "-" + tokenize(func, *args)`, with a count in place of the token. */
  keyFor(
    fn: GraphTask['fn'],
    args: readonly unknown[],
    { pure = true, prefix }: { readonly pure?: boolean; readonly prefix?: string },
  ): string {
    const name = prefix ?? (fn.name || 'lambda')
    if (!pure) return this.#nextId(name)
    const named = args.map((arg) =>
      replaceDeep(arg, (part) => (Future.is(part) ? { with: `future ${part.key}` } : null)),
    )
    const token = `${name} ${this.#tokenize([fn, named])}`
    const key = this.#known.get(token) ?? this.#nextId(name)
    this.#known.set(token, key)
    return key
  }

  /** Futures among the arguments become references, and their keys the task's dependencies. */
  newTask({ key, fn, args }: GraphTask, options: SubmitOptions): NewTask {
    const dependencies = new Set<string>()
    const given = args.map((arg) =>
      replaceDeep(arg, (part) => {
        if (!Future.is(part)) return null
        dependencies.add(part.key)
        return { with: new TaskRef(part.key) }
      }),
    )
    const { workers, allowOtherWorkers = false, priority = 0, retries = 0 } = options
    return {
      ...{ key, dependencies: [...dependencies], allowOtherWorkers, priority, retries },
      // Whatever the function takes, it is called with what was given for it.
      runSpec: dumps({ fn: fn as AnyFunction, args: given }),
      workers: workers === undefined ? null : [workers].flat().map(String),
    }
  }
}

/** scheduler.py `identity` */
export interface SchedulerInfo {
  readonly type: 'Scheduler'
  readonly address: string
  readonly workers: Readonly<Record<string, WorkerInfo>>
}

export interface WorkerInfo {
  readonly type: 'Worker'
  readonly name: string | number
  readonly nthreads: number
  readonly status: string
  readonly nanny: string | null
}

export function describe({ address, state }: Scheduler): SchedulerInfo {
  const workers = [...state.workers.values()].map((worker) => {
    const { name, nthreads, status, nanny } = worker
    return [worker.address, { type: 'Worker', name, nthreads, status, nanny }] as const
  })
  return { type: 'Scheduler', address, workers: Object.fromEntries(workers) }
}
