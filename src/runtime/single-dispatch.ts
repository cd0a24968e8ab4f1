/** `functools.singledispatchmethod`: picks an implementation by the class of the first argument, along its chain, by identity. */
import { type Class, host } from 'distributed/host'

export interface SingleDispatch<Implementation> {
  /** Adds an arm. A class is an arm by its identity: another class of the same name and source is not. */
  readonly register: (arm: Class, implementation: Implementation) => void
  /** The implementation of the first class on the value's chain that has an arm, or else the fallback. Reported to the host. */
  readonly dispatch: (value: unknown) => Implementation
}

/**
 * @param name what the trace calls the dispatching function, e.g. `registerPlugin`
 * @param fallback the implementation for `object`
 */
export function singleDispatch<Implementation>(name: string, fallback: Implementation): SingleDispatch<Implementation> {
  const arms = new Map<Class, Implementation>()
  return {
    register: (arm, implementation) => {
      arms.set(arm, implementation)
    },
    dispatch: (value) => {
      const hops: { class: Class; arm: Class | null }[] = []
      let chosen: Class | null = null
      for (let met = classOf(value); met !== null && chosen === null; met = baseOf(met)) {
        chosen = arms.has(met) ? met : null
        hops.push({ class: met, arm: chosen })
      }
      host.report({ kind: 'dispatched', function: name, value, arms: [...arms.keys()], hops, chosen })
      return (chosen && arms.get(chosen)) ?? fallback
    },
  }
}

/** Python's `value.__class__`: what the value says it is, so that a spoofed `constructor` is believed, as Python believes `__class__`. */
export function classOf(value: unknown): Class | null {
  if (value === null || value === undefined) return null
  return asClass(Object(value).constructor)
}

/** The next class on the chain: Python's `__mro__`, which in JavaScript is a line. */
export function baseOf(derived: Class): Class | null {
  let prototype: unknown = Object.getPrototypeOf(derived.prototype)
  while (prototype !== null) {
    const owner = asClass(Object(prototype).constructor)
    // A prototype that no class calls its own (`Object.create(…)`) is no class of the chain.
    if (owner?.prototype === prototype) return owner
    prototype = Object.getPrototypeOf(prototype)
  }
  return null
}

/** Python's `isinstance(value, type)`. A plain function is none, though it can be called with `new`. */
export function isClass(value: unknown): value is Class {
  // Only the `prototype` of a class cannot be written; that of a plain function can, and an arrow function has none.
  return typeof value === 'function' && Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false
}

function asClass(value: unknown): Class | null {
  const isClass = typeof value === 'function' && typeof value.prototype === 'object' && value.prototype !== null
  // A function with a prototype can be called with `new`, which is all that `Class` says.
  return isClass ? (value as unknown as Class) : null
}
