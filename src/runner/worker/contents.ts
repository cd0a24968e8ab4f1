/** Reads what an object holds, by what it is natively, without running code of the program. */
import type { ObjectKind } from '../../trace/preview.ts'
import {
  append,
  apply,
  type Callable,
  createSafeWeakMap,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  isNotANumber,
  ownKeys,
} from './intrinsics.ts'
import type { ProxyWatch } from './proxies.ts'

/** One thing in an object. `key` is any value for a Map, and a property key for the rest. */
export type Slot =
  | { readonly kind: 'value'; readonly key: unknown; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly key: unknown; readonly why: 'getter' | 'hole' }

export interface Contents {
  readonly of: ObjectKind
  /** The slots that were asked for. */
  readonly slots: readonly Slot[]
  /** How many more there are. */
  readonly omitted: number
}

/** @param width how many slots to read; a large object is not read any further */
export type ReadContents = (value: object, width: number) => Contents

export function createContentsReader(proxies: ProxyWatch): ReadContents {
  /** Prototypes whose objects have been found to be of no native kind: each try costs an exception. */
  const ordinary = createSafeWeakMap<true>()

  return (value, width) => {
    if (isArray(value)) return readItems(value, value.length, width)
    const prototype = getPrototypeOf(value)
    if (prototype === null || ordinary.get(prototype) === undefined) {
      const contents = readNativeContents(value, width)
      if (contents !== null) return contents
      // An empty object may have got the prototype of a native kind by Object.create.
      if (prototype !== null && !inherits(value, isNativePrototype, proxies)) ordinary.set(prototype, true)
    }
    return readProperties(kindOf(value, prototype, proxies), value, width)
  }
}

/** Whether a value is a native error, whatever its prototype says. */
export function isErrorObject(value: object, proxies: ProxyWatch): boolean {
  return IS_ERROR === null ? inherits(value, isErrorPrototype, proxies) : apply(IS_ERROR, Error, [value]) === true
}

/** What only native objects have; null for any other object. */
function readNativeContents(value: object, width: number): Contents | null {
  if (isView(value)) {
    const length = readNative(TYPED_LENGTH, value)
    return typeof length === 'number' ? readItems(value, length, width) : null
  }
  const mapSize = readNative(MAP_SIZE, value)
  if (typeof mapSize === 'number') return readCollection('map', value, mapSize, width)
  const setSize = readNative(SET_SIZE, value)
  if (typeof setSize === 'number') return readCollection('set', value, setSize, width)
  const time = readNative(DATE_TIME, value)
  if (typeof time === 'number') {
    return only('date', 'time', isNotANumber(time) ? 'Invalid Date' : apply(DATE_TEXT, value, []))
  }
  const pattern = readNative(REGEXP_SOURCE, value)
  if (typeof pattern === 'string' && value !== REGEXP_PROTOTYPE) {
    return only('regexp', 'source', regExpText(value, pattern))
  }
  return null
}

/** Properties of an array other than its items are left out, like everything behind `length`. */
function readItems(value: object, length: number, width: number): Contents {
  const slots: Slot[] = []
  const shown = length < width ? length : width
  for (let index = 0; index < shown; index += 1) append(slots, readSlot(value, `${index}`) ?? hole(`${index}`))
  return { of: 'array', slots, omitted: length - shown }
}

function hole(key: string): Slot {
  return { kind: 'unreadable', key, why: 'hole' }
}

function readSlot(value: object, key: PropertyKey): Slot | null {
  const descriptor = getOwnPropertyDescriptor(value, key)
  if (descriptor === undefined) return null
  const isAccessor = descriptor.get !== undefined || descriptor.set !== undefined
  return isAccessor ? { kind: 'unreadable', key, why: 'getter' } : { kind: 'value', key, value: descriptor.value }
}

/** What was not read counts as omitted, without a look at whether it is enumerable. */
function readProperties(of: ObjectKind, value: object, width: number): Contents {
  const keys = ownKeys(value)
  const slots: Slot[] = []
  let read = 0
  for (; read < keys.length && slots.length < width; read += 1) {
    const key = keys[read]
    if (key === undefined || getOwnPropertyDescriptor(value, key)?.enumerable !== true) continue
    const slot = readSlot(value, key)
    if (slot !== null) append(slots, slot)
  }
  return { of, slots, omitted: keys.length - read }
}

function readCollection(of: 'map' | 'set', collection: object, size: number, width: number): Contents {
  const iterator = apply(of === 'map' ? MAP_ENTRIES : SET_VALUES, collection, [])
  const slots: Slot[] = []
  for (let index = 0; index < size && index < width; index += 1) {
    if (of === 'map') {
      const pair: unknown = apply(MAP_NEXT, iterator, []).value
      if (isPair(pair)) append(slots, { kind: 'value', key: pair[0], value: pair[1] })
    } else {
      append(slots, { kind: 'value', key: `${index}`, value: apply(SET_NEXT, iterator, []).value })
    }
  }
  return { of, slots, omitted: size - slots.length }
}

function isPair(value: unknown): value is readonly [key: unknown, value: unknown] {
  return isArray(value)
}

function only(of: ObjectKind, key: string, value: unknown): Contents {
  return { of, slots: [{ kind: 'value', key, value }], omitted: 0 }
}

function regExpText(value: object, pattern: string): string {
  let flags = ''
  for (let index = 0; index < REGEXP_FLAGS.length; index += 1) {
    const flag = REGEXP_FLAGS[index]
    if (flag !== undefined && readNative(flag.getter, value) === true) flags += flag.letter
  }
  return `/${pattern}/${flags}`
}

function kindOf(value: object, prototype: object | null, proxies: ProxyWatch): ObjectKind {
  if (prototype === null) return 'plain'
  // An Object.prototype of another realm has no prototype either.
  if (proxies.targetOf(prototype) === null && getPrototypeOf(prototype) === null && isRoot(prototype)) return 'plain'
  return inherits(value, isPromisePrototype, proxies) ? 'promise' : 'instance'
}

function isRoot(prototype: object): boolean {
  return prototype === OBJECT_PROTOTYPE || getOwnPropertyDescriptor(prototype, 'hasOwnProperty') !== undefined
}

/** Whether a prototype on the chain is one that is looked for. */
function inherits(value: object, isSought: (prototype: object) => boolean, proxies: ProxyWatch): boolean {
  let next: object | null = value
  while (next !== null && proxies.targetOf(next) === null) {
    next = getPrototypeOf(next)
    if (next !== null && isSought(next)) return true
  }
  return false
}

function isErrorPrototype(prototype: object): boolean {
  return prototype === ERROR_PROTOTYPE
}

function isPromisePrototype(prototype: object): boolean {
  return prototype === PROMISE_PROTOTYPE
}

function isNativePrototype(prototype: object): boolean {
  return NATIVE_PROTOTYPES.get(prototype) === true
}

/** Native getters throw at values of any other kind. */
function readNative(getter: Callable | null, value: object): unknown {
  if (getter === null) return undefined
  try {
    return apply(getter, value, [])
  } catch {
    return undefined
  }
}

function getterOf(owner: object, key: PropertyKey): Callable | null {
  return getOwnPropertyDescriptor(owner, key)?.get ?? null
}

const OBJECT_PROTOTYPE: object = Object.prototype
const ERROR_PROTOTYPE: object = Error.prototype
const PROMISE_PROTOTYPE: object = Promise.prototype
const NATIVE_PROTOTYPES = createSafeWeakMap<true>()
for (const { prototype } of [Map, Set, Date, RegExp, Uint8Array]) NATIVE_PROTOTYPES.set(prototype, true)
const { isView } = ArrayBuffer
const isError: unknown = getOwnPropertyDescriptor(Error, 'isError')?.value
const IS_ERROR: Callable | null = typeof isError === 'function' ? isError : null

const typedArrayPrototype: object = getPrototypeOf(Uint8Array.prototype) ?? {}
const TYPED_LENGTH = getterOf(typedArrayPrototype, 'length')
const MAP_SIZE = getterOf(Map.prototype, 'size')
const SET_SIZE = getterOf(Set.prototype, 'size')
const MAP_ENTRIES = Map.prototype.entries
const SET_VALUES = Set.prototype.values
const MAP_NEXT = new Map().entries().next
const SET_NEXT = new Set().values().next
const DATE_TIME = Date.prototype.getTime
const DATE_TEXT = Date.prototype.toISOString
const REGEXP_PROTOTYPE: object = RegExp.prototype
const REGEXP_SOURCE = getterOf(RegExp.prototype, 'source')
const REGEXP_FLAGS = (
  [
    ['d', 'hasIndices'],
    ['g', 'global'],
    ['i', 'ignoreCase'],
    ['m', 'multiline'],
    ['s', 'dotAll'],
    ['u', 'unicode'],
    ['v', 'unicodeSets'],
    ['y', 'sticky'],
  ] as const
).map(([letter, name]) => ({ letter, getter: getterOf(RegExp.prototype, name) }))
