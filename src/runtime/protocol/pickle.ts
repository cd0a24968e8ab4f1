/** distributed/protocol/pickle.py: what crosses between processes is a copy, which knows its class by identity and owns its state. */
import { PicklingError } from 'distributed/exceptions'
import { baseOf, isClass } from 'distributed/single-dispatch'

type AnyClass = Parameters<typeof baseOf>[0]

/** What a process can import: it finds the classes of what arrives in its own modules. */
export interface Imports {
  /** @throws ModuleNotFoundError where the process lacks the module that made the class */
  readonly requireClass: (needed: AnyClass) => void
}

/** A value on its way: nobody can change it, and every `loads` gives a new copy. */
export class Pickled<T = unknown> {
  /** For the trace only: the value as it was when it was pickled. */
  readonly snapshot: T

  /** @throws TypeError for what cannot be taken out of its process; PicklingError for what lies about its class */
  constructor(value: T) {
    this.snapshot = copy(value, { seen: new Map(), imports: null })
  }

  static is(value: unknown): value is Pickled {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Pickled.prototype
  }
}

export function dumps<T>(value: T): Pickled<T> {
  return new Pickled(value)
}

/** @throws ModuleNotFoundError where the process that loads lacks a module of the program */
export function loads<T>(pickled: Pickled<T>, imports: Imports | null = null): T {
  return copy(pickled.snapshot, { seen: new Map(), imports })
}

interface Crossing {
  readonly seen: Map<object, object>
  readonly imports: Imports | null
}

/**
 * Copies own state deeply. Functions, classes and symbols go by reference, as module-level names do in Python; private
 * `#fields` cannot be seen from outside, so they do not cross.
 */
function copy<T>(value: T, crossing: Crossing): T {
  if (isClass(value)) requireClasses(value, crossing)
  if (typeof value !== 'object' || value === null) return value
  const known = crossing.seen.get(value)
  // The copy of a value has the value's type.
  if (known !== undefined) return known as T
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = prototype === Object.prototype || prototype === Array.prototype
  requireTrueClass(value)
  if (!isPlain) requireOwnClass(value, crossing)
  const made = emptyLike(value)
  crossing.seen.set(value, made)
  KINDS[kindOf(value)]?.fill?.(value, made, crossing)
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (property === undefined || comesWithKind(value, key)) continue
    // What an own getter gives is state too: in V8, the stack of an error is one.
    const { enumerable = true } = property
    const item: unknown = copy(Reflect.get(value, key), crossing)
    Object.defineProperty(made, key, { enumerable, configurable: true, writable: true, value: item })
  }
  // As above: a copy has the type of what was copied.
  return made as T
}

/** What the empty copy has already: the length of an array, the place of a pattern, the elements of a typed array. */
function comesWithKind(value: object, key: string | symbol): boolean {
  if (Array.isArray(value)) return key === 'length'
  if (key === 'lastIndex') return kindOf(value) === 'RegExp'
  return ArrayBuffer.isView(value) && typeof key === 'string' && /^\d+$/.test(key)
}

/** Python's `pickle` asks an object for its class, and refuses one that names a class which did not make it. */
function requireTrueClass(value: object): void {
  const claimed: unknown = Reflect.get(value, 'constructor')
  if (!isClass(claimed) || isOnChain(claimed.prototype, value)) return
  throw new PicklingError('args[0] from __newobj__ args has the wrong class')
}

/** Not `instanceof`, which stands only where Dask itself asks `isinstance`. */
function isOnChain(prototype: object, value: object): boolean {
  return Object.prototype.isPrototypeOf.call(prototype, value)
}

/** Looks the class of an instance up on the other side. */
function requireOwnClass(value: object, crossing: Crossing): void {
  const own: unknown = Reflect.get(Object(Object.getPrototypeOf(value)), 'constructor')
  if (isClass(own)) requireClasses(own, crossing)
}

function requireClasses(needed: AnyClass, { imports }: Crossing): void {
  if (imports === null) return
  for (let met: AnyClass | null = needed; met !== null; met = baseOf(met)) imports.requireClass(met)
}

/** An object of the same class and kind, without its state. No constructor of the program runs, as none does in Python. */
function emptyLike(value: object): object {
  const empty =
    ArrayBuffer.isView(value) && kindOf(value) !== 'DataView' ? copyTyped(value) : KINDS[kindOf(value)]?.empty(value)
  return Object.setPrototypeOf(empty ?? {}, Object.getPrototypeOf(value))
}

/** Every typed array has `slice`, which the type of a view does not say. */
function copyTyped(value: ArrayBufferView): object {
  return (value as Uint8Array).slice()
}

interface Kind {
  readonly empty: (value: object) => object
  readonly fill?: (from: object, to: object, crossing: Crossing) => void
}

/** What Python has too, under a name of its own. */
const PYTHON_NAMES: Readonly<Record<string, string>> = { Generator: 'generator', AsyncGenerator: 'async_generator' }

/** What is alive only where it is. Python refuses its like: locks, coroutines, generators. */
const cannotCross = (value: object): never => {
  const kind = kindOf(value)
  throw new TypeError(`cannot pickle '${PYTHON_NAMES[kind] ?? kind}' object`)
}

/** What has state beyond its properties. The tag says what a value is, so the casts below are safe. */
const KINDS: Readonly<Record<string, Kind>> = {
  Array: { empty: () => [] },
  ArrayBuffer: { empty: (value) => (value as ArrayBuffer).slice(0) },
  DataView: {
    empty: (value) => {
      const { buffer, byteOffset, byteLength } = value as DataView<ArrayBuffer>
      return new DataView(buffer.slice(byteOffset, byteOffset + byteLength))
    },
  },
  RegExp: {
    empty: (value) => {
      const { source, flags, lastIndex } = value as RegExp
      return Object.assign(new RegExp(source, flags), { lastIndex })
    },
  },
  Promise: { empty: cannotCross },
  Generator: { empty: cannotCross },
  AsyncGenerator: { empty: cannotCross },
  WeakMap: { empty: cannotCross },
  WeakSet: { empty: cannotCross },
  WeakRef: { empty: cannotCross },
  Date: { empty: (value) => new Date(Number(value)) },
  // The message is an own property, and crosses with the others; an error without words has none.
  Error: { empty: () => Reflect.construct(Error, []) },
  Map: {
    empty: () => new Map(),
    fill: (from, to, crossing) => {
      for (const [key, item] of from as Map<unknown, unknown>)
        Map.prototype.set.call(to, copy(key, crossing), copy(item, crossing))
    },
  },
  Set: {
    empty: () => new Set(),
    fill: (from, to, crossing) => {
      for (const item of from as Set<unknown>) Set.prototype.add.call(to, copy(item, crossing))
    },
  },
}

/** By tag, not by `instanceof`: in this package `instanceof` stands only where Dask itself asks `isinstance`, since the trace shows it. */
function kindOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}
