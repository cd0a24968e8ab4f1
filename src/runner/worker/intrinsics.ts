/** The built-ins that the probes rely on, taken before a program can replace them. */

export const { apply, construct, getPrototypeOf, ownKeys } = Reflect
/** The same as reading `object[key]`, getters and traps included. */
export const getProperty: (object: object, key: PropertyKey) => unknown = Reflect.get
export const { create: createObject, freeze } = Object
const { setPrototypeOf, getOwnPropertyDescriptor: describeProperty } = Object

/** Without a prototype: a data property would else inherit a `get` that a program has put on `Object.prototype`. */
export function getOwnPropertyDescriptor(object: object, key: PropertyKey): PropertyDescriptor | undefined {
  const descriptor = describeProperty(object, key)
  if (descriptor !== undefined) setPrototypeOf(descriptor, null)
  return descriptor
}

export const { defineProperty } = Reflect
export const parseJson: (text: string) => unknown = JSON.parse
export const encodeAddress = encodeURI
export const functionPrototype: unknown = Function.prototype
export const { isArray } = Array
export const readFloat = parseFloat
export const readInteger = parseInt
export const isNotANumber = Number.isNaN

type Method = (...args: never[]) => unknown

/** Turns a method into a function of its `this` and one argument. */
function uncurried<Self, Argument, Result>(method: Method): (self: Self, argument?: Argument) => Result {
  return (self, argument) => apply(method, self, [argument])
}

export const functionText = uncurried<Callable, never, string>(Function.prototype.toString)
export const symbolText = uncurried<symbol, never, string>(Symbol.prototype.toString)
export const matchOf = uncurried<RegExp, string, RegExpExecArray | null>(RegExp.prototype.exec)
const sliceText = String.prototype.slice

export const hasInstanceSymbol: typeof Symbol.hasInstance = Symbol.hasInstance
export const ordinaryHasInstance = Function.prototype[Symbol.hasInstance]

/** The first `length` units of a text, with an ellipsis where something was cut. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : `${apply(sliceText, text, [0, length])}…`
}

export function withoutLastUnit(text: string): string {
  return apply(sliceText, text, [0, -1])
}

/** Without a prototype, or a program could add fields to it from there. */
const itemDescriptor = createObject(null)
itemDescriptor.writable = true
itemDescriptor.enumerable = true
itemDescriptor.configurable = true

/** Adds to a list. Mere assignment would run a setter that a program has put on `Array.prototype`. */
export function append<Item>(list: Item[], item: Item): void {
  itemDescriptor.value = item
  defineProperty(list, list.length, itemDescriptor)
  itemDescriptor.value = undefined
}

const then = Promise.prototype.then

/** Waits for a native promise in a way that the program can neither see nor turn aside. */
export function whenSettled(promise: object, done: () => void, failed: (error: unknown) => void): void {
  // Otherwise the constructor of what `then` returns would be asked of the program.
  const descriptor = createObject(null)
  descriptor.value = undefined
  defineProperty(promise, 'constructor', descriptor)
  apply(then, promise, [done, failed])
}

/** Any function or class; `Function` as a type would let it be called. */
// biome-ignore lint/complexity/noBannedTypes: it is never called, only looked at.
export type Callable = Function

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

/** A WeakMap whose methods a program cannot reach. */
export interface SafeWeakMap<Value> {
  readonly get: (key: object) => Value | undefined
  readonly set: (key: object, value: Value) => void
}

const NativeWeakMap = WeakMap
const { get, set } = WeakMap.prototype

export function createSafeWeakMap<Value>(): SafeWeakMap<Value> {
  const map = new NativeWeakMap<object, Value>()
  return {
    get: (key) => apply(get, map, [key]),
    set: (key, value) => {
      apply(set, map, [key, value])
    },
  }
}

/** A Set of anything, whose methods a program cannot reach. */
export interface SafeSet {
  readonly add: (member: unknown) => void
  /** Whether it was there. */
  readonly delete: (member: unknown) => boolean
  readonly size: () => number
}

const NativeSet = Set
const { add, delete: remove } = Set.prototype
const sizeOf = getOwnPropertyDescriptor(Set.prototype, 'size')?.get ?? (() => 0)

export function createSafeSet(): SafeSet {
  const members = new NativeSet()
  return {
    add: (member) => {
      apply(add, members, [member])
    },
    delete: (member) => apply(remove, members, [member]),
    size: () => apply(sizeOf, members, []),
  }
}

/** Reads what a prototype has a getter for, by the getter that it has now. */
export function readerOf(prototype: object, key: string): (object: object) => unknown {
  const getter = getOwnPropertyDescriptor(prototype, key)?.get
  return (object) => (getter === undefined ? undefined : apply(getter, object, []))
}

/** The value of an own data property; accessors are never run and count as absent. */
export function ownData(object: object, key: PropertyKey): unknown {
  const descriptor = getOwnPropertyDescriptor(object, key)
  return descriptor === undefined ? undefined : descriptor.value
}
