/** distributed/client.py `submit`, `map`: makes tasks of calls. */
import { ValueError } from 'distributed/exceptions'
import { Future } from 'distributed/future'
import type { NextId } from 'distributed/ids'
import { dumps } from 'distributed/protocol/pickle'
import { isSet, listOfNames, type WorkerNames } from 'distributed/scheduler-addresses'
import type { NewTask } from 'distributed/scheduler-tasks'
import { replaceDeep, TaskRef } from 'distributed/task-refs'
import { createTokenizer } from 'distributed/tokenize'

export interface SubmitOptions {
  /** The task's name. Without it, one is made of the function's name, and the same call gives the same one. */
  readonly key?: string
  /** Names or addresses of the workers that may run the task. */
  readonly workers?: WorkerNames
  /** Whether others may run it where none of these can. */
  readonly allowOtherWorkers?: boolean
  /** False where the same call may give another result, and should run again. Default true. */
  readonly pure?: boolean
  /** What is higher runs first. Default 0. */
  readonly priority?: number
  /** How often a failing task is run again. Default 0. */
  readonly retries?: number
  /** How much of each of its workers' resources the task takes while it runs, e.g. `{ GPU: 1 }`. */
  readonly resources?: Readonly<Record<string, number>>
}

export interface MapOptions extends Omit<SubmitOptions, 'key'> {
  readonly key?: string | readonly string[]
  readonly batchSize?: number
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

  /**
   * client.py `submit`: `funcname(func) + "-" + tokenize(func, *args)`, with a count in place of the token.
   * @param naming `salt` keeps calls apart that are made in different ways: those of `map` have other tokens than those of `submit`
   */
  keyFor(
    fn: GraphTask['fn'],
    args: readonly unknown[],
    { pure = true, prefix, salt = '' }: { readonly pure?: boolean; readonly prefix?: string; readonly salt?: string },
  ): string {
    const name = prefix ?? (fn.name || 'lambda')
    if (!pure) return this.#nextId(name)
    const named = args.map((arg) =>
      replaceDeep(arg, (part) => (Future.is(part) ? { with: `future ${part.key}` } : null)),
    )
    const token = `${salt} ${name} ${this.#tokenize([fn, named])}`
    const key = this.#known.get(token) ?? this.#nextId(name)
    this.#known.set(token, key)
    return key
  }

  /** client.py `_scatter`: `type(x).__name__ + "-" + tokenize(x)`. @param hash false for a name of its own */
  keyForValue(type: string, value: unknown, hash: boolean): string {
    if (!hash) return this.#nextId(type)
    const token = `scatter ${type} ${this.#tokenize(value)}`
    const key = this.#known.get(token) ?? this.#nextId(type)
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
    const { workers, allowOtherWorkers = false, priority = 0, retries = 0, resources = {} } = options
    return {
      ...{ key, dependencies: [...dependencies], allowOtherWorkers, priority, retries, resources: { ...resources } },
      // Whatever the function takes, it is called with what was given for it.
      runSpec: dumps({ fn: fn as AnyFunction, args: given }),
      workers: listOfNames(workers),
    }
  }
}

/** client.py `submit`, `map`: refuses what nobody could run. @param method as Dask spells it */
export function requireSubmittable(method: 'submit' | 'map', fn: unknown, options: SubmitOptions): void {
  const { workers, allowOtherWorkers = false } = options
  if (typeof fn !== 'function') throw new TypeError(`First input to ${method} must be a callable function`)
  const isBoolean = typeof allowOtherWorkers === 'boolean' || allowOtherWorkers === null
  if (!isBoolean && method === 'submit') throw new TypeError('allow_other_workers= must be True or False')
  if (allowOtherWorkers && (workers === undefined || workers === null)) {
    throw new ValueError('Only use allow_other_workers= if using workers=')
  }
  if (method === 'submit') return
  const isList = typeof workers !== 'object' || workers === null || Array.isArray(workers) || isSet(workers)
  if (!isList) throw new TypeError('Workers must be a list or set of workers or None')
  if (!isBoolean) throw new TypeError('allow_other_workers= must be True, False, or None')
}

/** In Dask the arguments follow the function one by one; here they stand in a list. */
export function requireList(call: string, args: unknown): readonly unknown[] {
  if (Array.isArray(args)) return args
  throw new TypeError(
    `${call}: args is ${String(args)}. Put the arguments of the function in a list: [${String(args)}].`,
  )
}

/** client.py `map`: one batch of everything, unless there is more than fits into one. */
export function batchesOf<Task>(tasks: readonly Task[], size = 0): readonly (readonly Task[])[] {
  if (size <= 1 || tasks.length <= size) return [tasks]
  return Array.from({ length: Math.ceil(tasks.length / size) }, (_, n) => tasks.slice(n * size, (n + 1) * size))
}

/** The arguments of each call, up to the end of the shortest list. Python's `zip` */
export function rowsOf(lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  requireList('client.map(fn, lists)', lists)
  for (const list of lists) requireList('client.map(fn, [list, …])', list)
  const length = lists.length === 0 ? 0 : Math.min(...lists.map((list) => list.length))
  return Array.from({ length }, (_, row) => lists.map((list) => list[row]))
}
