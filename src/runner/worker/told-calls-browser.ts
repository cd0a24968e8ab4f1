/** Tells of calls that the frame's policy will refuse, where a browser does not say so to the worker itself: Firefox does not. */
import type { BlockedKind } from '../../trace/events.ts'
import { apply, type Callable, construct, cutText, readerOf } from './intrinsics.ts'
import { methodOf, prototypeOf, put, type Scope } from './scope-doors-browser.ts'

/** Calls back for every call that is about to be refused. What the call then does is the browser's own. */
export function tellOfCalls(scope: Scope, onBlocked: (what: BlockedKind, target: string) => void): void {
  const addressOf = createAddressReader(scope)
  const tellNetwork = (address: unknown) => onBlocked('network', addressOf(address))

  wrap(scope, 'fetch', ([address]) => tellNetwork(address))
  wrap(scope, 'eval', () => onBlocked('eval', 'eval'))
  wrap(scope, 'importScripts', (addresses) => {
    for (let index = 0; index < addresses.length; index += 1) {
      const address = addressOf(addresses[index])
      if (!isBlob(address)) onBlocked('code', address)
    }
  })
  wrap(prototypeOf(scope.XMLHttpRequest), 'open', (args) => tellNetwork(args[1]))
  for (const name of ['WebSocket', 'EventSource']) wrapConstructor(scope, name, (args) => tellNetwork(args[0]))
}

const MAX_ADDRESS = 300
const { startsWith } = String.prototype

function isBlob(address: string): boolean {
  return apply(startsWith, address, ['blob:'])
}

function wrap(owner: object | null, name: string, tell: (args: readonly unknown[]) => void): void {
  const native = owner === null ? null : methodOf(owner, name)
  if (owner === null || native === null) return
  put(owner, name, function (this: unknown, ...args: unknown[]) {
    tell(args)
    return apply(native, this, args)
  })
}

function wrapConstructor(scope: Scope, name: string, tell: (args: readonly unknown[]) => void): void {
  const found = scope[name]
  if (typeof found !== 'function') return
  const native: Callable = found
  // A declaration: it must be able to stand behind `new`.
  function told(...args: unknown[]) {
    tell(args)
    return construct(native, args)
  }
  told.prototype = native.prototype
  put(scope, name, told)
}

/** Reads an address without running code of the program: what an object of its own turns into, only the browser asks. */
function createAddressReader(scope: Scope): (address: unknown) => string {
  const readers = [
    ['Request', 'url'],
    ['URL', 'href'],
  ].flatMap(([owner = '', key = '']) => {
    const prototype = prototypeOf(scope[owner])
    return prototype === null ? [] : [readerOf(prototype, key)]
  })
  return (address) => {
    if (typeof address === 'string') return cutText(address, MAX_ADDRESS)
    for (let index = 0; index < readers.length; index += 1) {
      try {
        const text = typeof address === 'object' && address !== null ? readers[index]?.(address) : undefined
        if (typeof text === 'string') return cutText(text, MAX_ADDRESS)
      } catch {
        // An object of another kind.
      }
    }
    return '…'
  }
}
