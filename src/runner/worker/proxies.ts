/** Keeps note of the proxies that a program makes, since looking at one in any other way would run its traps. */
import { construct, createSafeWeakMap, getProperty, type SafeWeakMap } from './intrinsics.ts'

export interface ProxyWatch {
  /** What a proxy stands for; null for a value that is no proxy. */
  readonly targetOf: (value: object) => object | null
}

/** The watches that have been set up, by the constructor that each put in place. */
const watches: SafeWeakMap<ProxyWatch> = createSafeWeakMap()

/**
 * Puts a recording `Proxy` in place of a realm's own, once. It is a proxy itself, so that a program sees no difference.
 * Proxies of other realms stay unknown.
 */
export function watchProxies(realm: { Proxy: ProxyConstructor }): ProxyWatch {
  const Native = realm.Proxy
  const known = watches.get(Native)
  if (known !== undefined) return known

  const targets = createSafeWeakMap<object>()
  const { revocable } = Native
  const recording: Pick<ProxyConstructor, 'revocable'> = {
    revocable(target, handler) {
      const made = revocable(target, handler)
      targets.set(made.proxy, target)
      return made
    },
  }
  const Recording = new Native(Native, {
    construct(native, args) {
      const proxy: object = construct(native, args)
      targets.set(proxy, args[0])
      return proxy
    },
    get(native, key) {
      const value = getProperty(native, key)
      return value === revocable ? recording.revocable : value
    },
  })
  const watch: ProxyWatch = { targetOf: (value) => targets.get(value) ?? null }
  watches.set(Recording, watch)
  realm.Proxy = Recording
  return watch
}
