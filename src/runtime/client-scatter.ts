/** distributed/client.py `scatter`: puts values on workers that no task has computed. */
import type { Futures } from 'distributed/client-futures'
import type { Keys } from 'distributed/client-tasks'
import { call } from 'distributed/core'
import type { Future } from 'distributed/future'
import { dumps, type Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import { listOfNames, type WorkerNames } from 'distributed/scheduler-addresses'
import { scatter } from 'distributed/scheduler-scatter'
import { classOf } from 'distributed/single-dispatch'

export interface ScatterOptions {
  /** Names or addresses of the workers that may get the values; all, unless given. */
  readonly workers?: WorkerNames
  /** Whether every one of them gets every value. Default false: each gets some, in turn. */
  readonly broadcast?: boolean
  /** False where equal values are to be values of their own. Default true. */
  readonly hash?: boolean
}

/** A future of each value, in the form in which the values were given. */
export type Scattered<D> = D extends readonly (infer Item)[]
  ? Future<Item>[]
  : D extends Readonly<Record<string, unknown>>
    ? { [Name in keyof D]: Future<D[Name]> }
    : Future<D>

interface Owner {
  readonly scheduler: Scheduler
  readonly address: string
  readonly futures: Futures
  readonly keys: Keys
}

/** @throws TypeError, ValueError for workers that are not there; TimeoutError where none of the workers is running */
export async function scatterOver<D>(owner: Owner, data: D, options: ScatterOptions): Promise<Scattered<D>> {
  const { scheduler, address } = owner
  const { workers, broadcast = false, hash = true } = options
  const named = nameAll(owner, data, hash)
  const values: Readonly<Record<string, Pickled>> = Object.fromEntries(
    named.map(({ key, value }) => [key, dumps(value)]),
  )
  const message = { data: Object.keys(values), workers: namesOf(workers) }
  const route = { from: address, to: scheduler.address, op: 'scatter' }
  await call(route, message, (told) => scatter(scheduler, { ...told, values, client: address, broadcast }))
  const futures = named.map(({ key, value }) => {
    const future = owner.futures.want(key)
    owner.futures.finish(key, classOf(value)?.name ?? null)
    return [key, future] as const
  })
  // The futures stand in the form of the values.
  if (Array.isArray(data)) return futures.map(([, future]) => future) as Scattered<D>
  return (isPlainObject(data) ? Object.fromEntries(futures) : futures[0]?.[1]) as Scattered<D>
}

/** Null for all; here an empty list is none. */
function namesOf(workers: WorkerNames | undefined): readonly unknown[] | null {
  if (workers === undefined || workers === null) return null
  return listOfNames(workers) ?? []
}

/** Values of a plain object are known by their names; others by their type and what they hold. */
function nameAll({ keys }: Owner, data: unknown, hash: boolean): readonly { key: string; value: unknown }[] {
  if (isPlainObject(data)) return Object.entries(data).map(([key, value]) => ({ key, value }))
  const values: readonly unknown[] = Array.isArray(data) ? data : [data]
  return values.map((value) => {
    return { key: keys.keyForValue(classOf(value)?.name ?? 'NoneType', value, hash), value }
  })
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
