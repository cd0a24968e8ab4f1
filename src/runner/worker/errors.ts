/** Reads what an error says of itself, without running code of the program. */
import { apply, createSafeWeakMap, cutText, getOwnPropertyDescriptor, getPrototypeOf } from './intrinsics.ts'
import type { ProxyWatch } from './proxies.ts'

/** The name and the message; null where they are not a text, or come from a getter of the program. */
export function readErrorText(error: object, proxies: ProxyWatch) {
  return { name: readText(error, 'name', proxies), message: readText(error, 'message', proxies) }
}

/**
 * The stack as the engine writes it; empty where there is none. V8 writes its first line only now, and asks the error for
 * its name and message to do so: this one reading can run getters of the program, as it does in any console.
 */
export function readStack(error: object, proxies: ProxyWatch): string {
  const stack = readSafely(error, 'stack', proxies)
  return typeof stack === 'string' ? stack : ''
}

const MAX_TEXT = 2_000

function readText(error: object, key: string, proxies: ProxyWatch): string | null {
  const text = readSafely(error, key, proxies)
  return typeof text === 'string' ? cutText(text, MAX_TEXT) : null
}

/** Reads a property along the chain; of getters it runs only those of the language itself. */
function readSafely(object: object, key: string, proxies: ProxyWatch): unknown {
  let owner: object | null = object
  while (owner !== null && proxies.targetOf(owner) === null) {
    const descriptor = getOwnPropertyDescriptor(owner, key)
    if (descriptor !== undefined) {
      const { get } = descriptor
      return get === undefined ? descriptor.value : NATIVE_GETTERS.get(get) ? apply(get, object, []) : undefined
    }
    owner = getPrototypeOf(owner)
  }
  return undefined
}

/** `stack` is a getter of each error in some engines, one of `Error.prototype` in others; a DOMException has getters only. */
const NATIVE_GETTERS = createSafeWeakMap<true>()
for (const [owner, key] of [
  [new Error('sample'), 'stack'],
  [Error.prototype, 'stack'],
  [globalThis.DOMException?.prototype, 'name'],
  [globalThis.DOMException?.prototype, 'message'],
] as const) {
  const getter = owner === undefined ? undefined : getOwnPropertyDescriptor(owner, key)?.get
  if (getter !== undefined) NATIVE_GETTERS.set(getter, true)
}
