/** Answers `instanceof` as the language does, and keeps note of the way to the answer. */
import type { CheckReason, ClassId, Hop } from '../../trace/events.ts'
import type { Identities } from './identities.ts'
import {
  append,
  apply,
  type Callable,
  createSafeWeakMap,
  functionText,
  getProperty,
  getPrototypeOf,
  hasInstanceSymbol,
  isObject,
  matchOf,
  ordinaryHasInstance,
  ownData,
} from './intrinsics.ts'
import type { ProxyWatch } from './proxies.ts'

/** What became of one `instanceof`. `thrown` holds what the operator threw, in place of an answer. */
export interface Walk {
  readonly answer: boolean
  readonly reason: CheckReason
  readonly hops: readonly Hop[]
  readonly target: ClassId | null
  readonly targetLabel: string
  readonly thrown: { readonly error: unknown } | null
}

export type WalkInstanceof = (left: unknown, right: unknown) => Walk

/**
 * Every getter and trap of the program runs exactly as often, and in the same order, as the operator itself would run it:
 * the steps of `InstanceofOperator` and `OrdinaryHasInstance` in the specification are taken here, one by one, instead of
 * being taken by the operator and then a second time for the notes. Errors come from the real operator, applied to a
 * stand-in that fails at the same step. (Firefox names the right side in its message; it then reads `right`.)
 *
 * A bound function hides its target, so that case is left to the real operator: the hops are then seen, but not which one met.
 */
export function createInstanceofWalk(options: {
  readonly identities: Identities
  readonly proxies: ProxyWatch
}): WalkInstanceof {
  const { identities, proxies } = options
  const transparent = createSafeWeakMap<true>()

  return (left, right) => {
    const steps = takeSteps(left, right)
    const hops: Hop[] = []
    for (let index = 0; index < steps.prototypes.length; index += 1) {
      const prototype = steps.prototypes[index]
      if (prototype !== undefined) append(hops, hopOf(prototype, prototype === steps.sought ? right : null))
    }
    const { answer, reason, thrown } = steps
    return { answer, reason, hops, target: targetOf(right), targetLabel: labelOf(right), thrown }
  }

  function takeSteps(left: unknown, right: unknown): Steps {
    try {
      return operator(left, right)
    } catch (error) {
      return { answer: false, reason: 'threw', prototypes: [], sought: null, thrown: { error } }
    }
  }

  // InstanceofOperator (V, target)
  function operator(left: unknown, right: unknown): Steps {
    if (!isObject(right)) return byOperator(left, right)
    const handler = getProperty(right, hasInstanceSymbol)
    if (handler === undefined || handler === null) {
      return typeof right === 'function' ? ordinary(left, right) : byOperator(left, { [hasInstanceSymbol]: undefined })
    }
    if (typeof handler !== 'function') return byOperator(left, { [hasInstanceSymbol]: handler })
    if (handler === ordinaryHasInstance && typeof right === 'function') return ordinary(left, right)
    return ended('has-instance', Boolean(apply(handler, right, [left])))
  }

  // OrdinaryHasInstance (C, O)
  function ordinary(left: unknown, right: Callable): Steps {
    if (isOpaque(right)) return throughOpaque(left, right)
    if (!isObject(left)) return ended('primitive', false)
    const sought = getProperty(right, 'prototype')
    if (!isObject(sought)) return byOperator(left, standInFor(sought))
    const prototypes: object[] = []
    for (let next = getPrototypeOf(left); next !== null; next = getPrototypeOf(next)) {
      // A chain of proxies can be endless, as the operator would be; the notes may not be.
      if (prototypes.length < MAX_HOPS) append(prototypes, next)
      if (next === sought) return { answer: true, reason: 'met', prototypes, sought, thrown: null }
    }
    return { answer: false, reason: 'end-of-chain', prototypes, sought, thrown: null }
  }

  /** Bound functions, and proxies that were made where nobody kept note of them. */
  function throughOpaque(left: unknown, right: Callable): Steps {
    const answer = apply(ordinaryHasInstance, right, [left])
    if (!isObject(left)) return ended('primitive', answer)
    const prototypes: object[] = []
    let next: object | null = left
    while (prototypes.length < MAX_HOPS && proxies.targetOf(next) === null) {
      next = getPrototypeOf(next)
      if (next === null) break
      append(prototypes, next)
    }
    return { answer, reason: answer ? 'met' : 'end-of-chain', prototypes, sought: null, thrown: null }
  }

  /** A function that shows no source and no name, although it is no known proxy. */
  function isOpaque(right: Callable): boolean {
    if (transparent.get(right) === true || proxies.targetOf(right) !== null) return false
    if (matchOf(NAMELESS_NATIVE, functionText(right)) !== null) return true
    transparent.set(right, true)
    return false
  }

  function hopOf(prototype: object, target: unknown): Hop {
    const fallback = typeof target === 'function' && targetOf(target) !== null ? target : null
    const owner = identities.ofPrototype(prototype) ?? fallback
    const met = target !== null
    if (owner === null) return { class: null, label: '', met }
    return { class: identities.of(owner), label: identities.nameOf(owner), met }
  }

  function targetOf(right: unknown): ClassId | null {
    if (typeof right !== 'function' || proxies.targetOf(right) !== null || isOpaque(right)) return null
    return isObject(ownData(right, 'prototype')) ? identities.of(right) : null
  }

  function labelOf(right: unknown): string {
    if (typeof right === 'function') return identities.nameOf(right)
    if (!isObject(right)) return right === null ? 'null' : typeof right
    return proxies.targetOf(right) === null ? 'object' : 'Proxy'
  }
}

/** How an answer was found, in live objects. `sought` is the prototype that was looked for. */
interface Steps {
  readonly answer: boolean
  readonly reason: CheckReason
  readonly prototypes: readonly object[]
  readonly sought: object | null
  readonly thrown: { readonly error: unknown } | null
}

const MAX_HOPS = 100

// Function.prototype.toString runs no trap: of a proxy, and of a bound function, it shows this and no more.
const NAMELESS_NATIVE = /^function\s*\(\)\s*\{\s*\[native code\]\s*\}$/

function ended(reason: CheckReason, answer: boolean): Steps {
  return { answer, reason, prototypes: [], sought: null, thrown: null }
}

/** Only for right sides with which the operator throws, or answers without looking at the left side's chain. */
function byOperator(left: unknown, right: unknown): Steps {
  // The operator itself decides whether `right` is acceptable.
  return ended('threw', left instanceof (right as Callable))
}

function standInFor(prototype: unknown): Callable {
  const standIn: Callable = () => undefined
  standIn.prototype = prototype
  return standIn
}
