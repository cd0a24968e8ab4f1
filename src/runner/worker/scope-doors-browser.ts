/** How functions of a worker's global scope are found and put in place of others. */
import { type Callable, createObject, defineProperty, getOwnPropertyDescriptor } from './intrinsics.ts'

/** A worker's global scope, as far as it is used here. */
export interface Scope {
  readonly addEventListener: (type: string, listener: (event: never) => void) => void
  readonly [name: string]: unknown
}

/** Replaces a method, so that it looks to programs as methods of the platform do. */
export function put(owner: object, name: string, value: Callable): void {
  const descriptor = createObject(null)
  descriptor.value = value
  descriptor.writable = true
  descriptor.enumerable = true
  descriptor.configurable = true
  defineProperty(owner, name, descriptor)
}

/** Looks along the chain: a scope has its functions from the prototypes of its classes. */
export function methodOf(owner: object, name: string): Callable | null {
  for (let next: object | null = owner; next !== null; next = Reflect.getPrototypeOf(next)) {
    const value: unknown = getOwnPropertyDescriptor(next, name)?.value
    if (typeof value === 'function') return value
  }
  return null
}

export function prototypeOf(owner: unknown): object | null {
  const prototype: unknown = typeof owner === 'function' ? owner.prototype : null
  return typeof prototype === 'object' ? prototype : null
}
