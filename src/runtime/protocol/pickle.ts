/** distributed/protocol/pickle.py: what crosses between processes is a copy, which knows its class by identity and owns its state. */

/** A value on its way: nobody can change it, and every `loads` gives a new copy. */
export class Pickled<T = unknown> {
  /** For the trace only: the value as it was when it was pickled. */
  readonly snapshot: T

  constructor(value: T) {
    this.snapshot = copy(value, new Map())
  }

  static is(value: unknown): value is Pickled {
    return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Pickled.prototype
  }
}

export function dumps<T>(value: T): Pickled<T> {
  return new Pickled(value)
}

export function loads<T>(pickled: Pickled<T>): T {
  return copy(pickled.snapshot, new Map())
}

/**
 * Copies own state deeply. Functions, classes and symbols go by reference, as module-level names do in Python; private
 * `#fields` cannot be seen from outside, so they do not cross.
 */
function copy<T>(value: T, seen: Map<object, object>): T {
  if (typeof value !== 'object' || value === null) return value
  const known = seen.get(value)
  // The copy of a value has the value's type.
  if (known !== undefined) return known as T
  const made = emptyLike(value)
  seen.set(value, made)
  copyContents(value, made, seen)
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (property === undefined || (Array.isArray(value) && key === 'length')) continue
    // What an own getter gives is state too: in V8, the stack of an error is one.
    const { enumerable = true } = property
    const item: unknown = copy(Reflect.get(value, key), seen)
    Object.defineProperty(made, key, { enumerable, configurable: true, writable: true, value: item })
  }
  // As above: a copy has the type of what was copied.
  return made as T
}

/** An object of the same class and kind, without its state. No constructor of the program runs, as none does in Python. */
function emptyLike(value: object): object {
  return Object.setPrototypeOf(KINDS[kindOf(value)]?.empty(value) ?? {}, Object.getPrototypeOf(value))
}

function copyContents(from: object, to: object, seen: Map<object, object>): void {
  KINDS[kindOf(from)]?.fill?.(from, to, seen)
}

interface Kind {
  readonly empty: (value: object) => object
  readonly fill?: (from: object, to: object, seen: Map<object, object>) => void
}

/** What has state beyond its properties. The tag says what a value is, so the casts below are safe. */
const KINDS: Readonly<Record<string, Kind>> = {
  Array: { empty: () => [] },
  Date: { empty: (value) => new Date(Number(value)) },
  // The message is an own property, and crosses with the others.
  Error: { empty: () => new Error('copied') },
  Map: {
    empty: () => new Map(),
    fill: (from, to, seen) => {
      for (const [key, item] of from as Map<unknown, unknown>)
        Map.prototype.set.call(to, copy(key, seen), copy(item, seen))
    },
  },
  Set: {
    empty: () => new Set(),
    fill: (from, to, seen) => {
      for (const item of from as Set<unknown>) Set.prototype.add.call(to, copy(item, seen))
    },
  },
}

/** By tag, not by `instanceof`: in this package `instanceof` stands only where Dask itself asks `isinstance`, since the trace shows it. */
function kindOf(value: object): string {
  return Object.prototype.toString.call(value).slice('[object '.length, -1)
}
