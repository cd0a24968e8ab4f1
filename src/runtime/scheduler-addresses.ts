/** distributed/scheduler.py `coerce_address`: which worker is meant by a name or an address. */
import { ValueError } from 'distributed/exceptions'
import { repr, text } from 'distributed/python-repr'
import type { WorkerState } from 'distributed/scheduler-tasks'

/** Whatever a caller takes for the name or the address of a worker. */
export type WorkerName = string | number

/** As a caller names them: one, or several. */
export type WorkerNames = WorkerName | readonly WorkerName[] | ReadonlySet<WorkerName>

type Known = ReadonlyMap<string, WorkerState>

/**
 * A worker, or a text that was no worker's address: taken for the name of a host, it fits none, unless a worker comes under it.
 * Dask keeps addresses, of which each worker has a new one; here one that comes again under its name has its old one, and
 * whoever was restricted to the worker before it does not mean it.
 */
export type Restriction = WorkerState | string

/**
 * The workers that a task is restricted to. scheduler.py `_apply_annotations`
 * @throws TypeError for what is neither the name of a worker that is there nor a text
 */
export function restrictTo(known: Known, names: readonly unknown[]): readonly Restriction[] {
  return names.map((name) => workerOf(known, name) ?? requireText(name))
}

/** scheduler.py `scatter` @throws TypeError, ValueError for what is no worker that is there */
export function requireAddress(known: Known, name: unknown): string {
  const worker = workerOf(known, name)
  if (worker !== null) return worker.address
  throw new ValueError(`missing port number in address ${text(requireText(name))}`)
}

/** client.py `submit`: one name is a list of one. Null where there is nothing to choose from. */
export function listOfNames(names: unknown): readonly unknown[] | null {
  if (names === undefined || names === null) return null
  if (Array.isArray(names)) return names.length > 0 ? names : null
  if (!isSet(names)) return [names]
  return names.size > 0 ? [...names] : null
}

/** By tag, since `instanceof` is for what Dask itself asks. */
export function isSet(value: unknown): value is ReadonlySet<unknown> {
  return Object.prototype.toString.call(value) === '[object Set]'
}

function workerOf(known: Known, name: unknown): WorkerState | null {
  const addressed = typeof name === 'string' ? known.get(name) : undefined
  if (addressed !== undefined) return addressed
  // Python's `1 == True`.
  const alias = typeof name === 'boolean' ? Number(name) : name
  return [...known.values()].find((worker) => worker.name === alias) ?? null
}

function requireText(name: unknown): string {
  if (typeof name === 'string') return name
  const isPlain = typeof name === 'object' && name !== null && Object.getPrototypeOf(name) === Object.prototype
  throw new TypeError(isPlain ? "unhashable type: 'dict'" : `addresses should be strings or tuples, got ${repr(name)}`)
}
