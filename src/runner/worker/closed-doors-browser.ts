/**
 * Tells what a program reached for in vain. The frame's policy and its lack of an origin are what keeps the program in; the
 * doors here say so, and shut what those two leave open: workers of its own, which could outnumber the machine.
 */
import type { BlockedKind } from '../../trace/events.ts'
import { apply, type Callable, cutText, readerOf } from './intrinsics.ts'
import { methodOf, prototypeOf, put, type Scope } from './scope-doors-browser.ts'
import { tellOfCalls } from './told-calls-browser.ts'

type Listener = (what: BlockedKind, target: string) => void

/** Constructors that no program here needs. A browser that lacks one has nothing to shut. */
const CONSTRUCTORS: readonly (readonly [name: string, what: BlockedKind])[] = [
  ['Worker', 'worker'],
  ['SharedWorker', 'worker'],
  ['BroadcastChannel', 'channel'],
  ['WebTransport', 'network'],
  ['WebSocketStream', 'network'],
  ['RTCPeerConnection', 'network'],
]

/** Methods that fail without an origin, by the class that has them and the name under which programs know its object. */
const METHODS: readonly (readonly [owner: string, shown: string, methods: readonly string[]])[] = [
  ['IDBFactory', 'indexedDB', ['open', 'deleteDatabase', 'databases']],
  ['CacheStorage', 'caches', ['open', 'has', 'match', 'delete', 'keys']],
  ['CookieStore', 'cookieStore', ['get', 'getAll', 'set', 'delete']],
  ['StorageManager', 'navigator.storage', ['getDirectory', 'persist', 'persisted', 'estimate']],
  ['LockManager', 'navigator.locks', ['request', 'query']],
  ['ServiceWorkerContainer', 'navigator.serviceWorker', ['register']],
]

/** Must run before the program does. */
export function closeDoors(scope: Scope, onBlocked: Listener): void {
  for (const [name, what] of CONSTRUCTORS) {
    const refuse = refusal(name, () => onBlocked(what, name))
    if (typeof scope[name] === 'function') put(scope, name, refuse)
  }
  for (const [owner, shown, methods] of METHODS) {
    const prototype = prototypeOf(scope[owner])
    if (prototype === null) continue
    for (const method of methods) shutMethod(prototype, method, () => onBlocked('storage', `${shown}.${method}`))
  }
  listenToPolicy(scope, onBlocked)
}

const NativeDomException = DOMException
const MAX_TARGET = 300

/** Works as a constructor and as a function: both throw. */
function refusal(name: string, tell: () => void): Callable {
  return function refuse() {
    tell()
    throw new NativeDomException(`${name} is not available to programs here.`, 'SecurityError')
  }
}

/** The browser itself refuses, in its own words and way: only the telling is ours. */
function shutMethod(prototype: object, method: string, tell: () => void): void {
  const native = methodOf(prototype, method)
  if (native === null) return
  put(prototype, method, function (this: unknown, ...args: unknown[]) {
    tell()
    return apply(native, this, args)
  })
}

/** The program may dispatch such events too, but not trusted ones. */
function listenToPolicy(scope: Scope, onBlocked: Listener): void {
  const Violation = prototypeOf(scope.SecurityPolicyViolationEvent)
  if (Violation === null) {
    tellOfCalls(scope, onBlocked)
    return
  }
  const directiveOf = readerOf(Violation, 'effectiveDirective')
  const addressOf = readerOf(Violation, 'blockedURI')
  scope.addEventListener('securitypolicyviolation', (event: SecurityPolicyViolationEvent) => {
    if (!event.isTrusted) return
    const address = `${addressOf(event)}`
    onBlocked(kindOf(directiveOf(event), address), cutText(address, MAX_TARGET))
  })
}

function kindOf(directive: unknown, address: string): BlockedKind {
  switch (directive) {
    case 'script-src':
    case 'script-src-elem':
      return address === 'eval' || address === 'wasm-eval' || address === 'inline' ? 'eval' : 'code'
    case 'worker-src':
      return 'worker'
    default:
      return 'network'
  }
}
