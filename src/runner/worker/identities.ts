/** Numbers classes by identity, and knows of each its name, its base and the module that made it. */
import type { ClassCreated, ClassId, ModuleKey, Span } from '../../trace/events.ts'
import {
  type Callable,
  createSafeWeakMap,
  cutText,
  functionPrototype,
  functionText,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isObject,
  matchOf,
  ownData,
} from './intrinsics.ts'
import type { ProxyWatch } from './proxies.ts'

export interface Identities {
  /**
   * Numbers a class that has just come into being, before any of its static fields exist.
   *
   * @param hiddenName its name, where a static method or accessor called `name` hides it
   */
  readonly create: (created: Callable, span: Span, hiddenName?: string) => void
  /** The number of a class. One that comes from outside the program is reported the first time. */
  readonly of: (known: Callable) => ClassId
  /** The class that a prototype belongs to; null where none can be found without running the program's code. */
  readonly ofPrototype: (prototype: object) => Callable | null
  readonly nameOf: (known: Callable) => string
  /** Whether a function is a class, and not just any function. */
  readonly isClass: (value: Callable) => boolean
  /** The key of the module that made a class; null for a class from outside. */
  readonly moduleOf: (created: Callable) => ModuleKey | null
}

interface Entry {
  readonly id: ClassId
  readonly name: string
  readonly module: ModuleKey | null
}

const NAME_LENGTH = 200

export function createIdentities(options: {
  readonly emit: (event: ClassCreated) => void
  readonly proxies: ProxyWatch
}): Identities {
  const { emit, proxies } = options
  const entries = createSafeWeakMap<Entry>()
  const owners = createSafeWeakMap<Callable>()
  let count = 0

  const enter = (entered: Callable, span: Span | null, hiddenName = ''): ClassId => {
    const base = baseOf(entered)
    const name = readName(entered) || cutText(hiddenName, NAME_LENGTH)
    count += 1
    // Ids are branded where they are made.
    const id = count as ClassId
    entries.set(entered, { id, name, module: span === null ? null : span.module })
    const prototype = ownData(entered, 'prototype')
    // A plain function may have been given the prototype of a class, which stays that class's own.
    if (isObject(prototype) && (ofPrototype(prototype) ?? entered) === entered) owners.set(prototype, entered)
    emit({ kind: 'class-created', class: id, name, base, span })
    return id
  }

  const of = (known: Callable): ClassId => {
    const actual = unwrap(known, proxies)
    return entries.get(actual)?.id ?? enter(actual, null)
  }

  const baseOf = (derived: Callable): ClassId | null => {
    const base = getPrototypeOf(derived)
    return typeof base === 'function' && base !== functionPrototype ? of(base) : null
  }

  const ofPrototype = (prototype: object): Callable | null => {
    const owner = owners.get(prototype)
    // A plain function may have been given another prototype since.
    if (owner !== undefined && ownData(owner, 'prototype') === prototype) return owner
    if (proxies.targetOf(prototype) !== null) return null
    const candidate = ownData(prototype, 'constructor')
    if (typeof candidate !== 'function' || proxies.targetOf(candidate) !== null) return null
    return ownData(candidate, 'prototype') === prototype ? candidate : null
  }

  return {
    create: (created, span, hiddenName) => {
      // A decorator may have put a proxy, or a class that is known already, in place of the class.
      const actual = unwrap(created, proxies)
      if (entries.get(actual) === undefined) enter(actual, span, hiddenName)
    },
    of,
    ofPrototype,
    nameOf: (known) => {
      const actual = unwrap(known, proxies)
      return entries.get(actual)?.name ?? readName(actual)
    },
    isClass: (value) => entries.get(value) !== undefined || (proxies.targetOf(value) === null && looksLikeClass(value)),
    moduleOf: (created) => entries.get(unwrap(created, proxies))?.module ?? null,
  }
}

/** Behind a proxy stands the class whose prototype a chain goes through. */
function unwrap(value: Callable, proxies: ProxyWatch): Callable {
  const target = proxies.targetOf(value)
  return typeof target === 'function' ? unwrap(target, proxies) : value
}

/** Classes, native ones included, have a prototype that nobody can replace. */
function looksLikeClass(value: Callable): boolean {
  const prototype = getOwnPropertyDescriptor(value, 'prototype')
  return prototype !== undefined && prototype.writable === false && isObject(prototype.value)
}

const NAME_IN_SOURCE = /^(?:async\s+)?(?:class|function)\s*\*?\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)/u

/** A static member called `name` hides the name that the class was given; its source text still has it. */
function readName(named: Callable): string {
  const own = ownData(named, 'name')
  if (typeof own === 'string') return cutText(own, NAME_LENGTH)
  const name = matchOf(NAME_IN_SOURCE, functionText(named))?.[1] ?? ''
  return name === 'extends' ? '' : cutText(name, NAME_LENGTH)
}
