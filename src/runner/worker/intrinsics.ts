/** The built-ins that the probes rely on, taken before a program can replace them. */

export const { apply, construct, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect
/** The same as reading `object[key]`, getters and traps included. */
export const getProperty: (object: object, key: PropertyKey) => unknown = Reflect.get
export const { create: createObject, freeze } = Object
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

/** The value of an own data property; accessors are never run and count as absent. */
export function ownData(object: object, key: PropertyKey): unknown {
  const descriptor = getOwnPropertyDescriptor(object, key)
  return descriptor === undefined ? undefined : descriptor.value
}
