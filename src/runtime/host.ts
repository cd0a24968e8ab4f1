/** The one door between the model of Dask and whatever runs it: reports go out here, and nothing else comes in. */

/** Any class: what `new` can be called on, or an abstract base. */
// biome-ignore lint/suspicious/noExplicitAny: only `any` accepts every constructor's parameters.
export type Class = abstract new (...args: any[]) => object

export type PluginKind = 'worker' | 'scheduler' | 'nanny'

/** What the runtime tells its host, in live objects. The host turns it into plain data (`src/trace/events.ts` has the same kinds). */
export type Report =
  | {
      readonly kind: 'dispatched'
      readonly function: string
      readonly value: unknown
      readonly arms: readonly Class[]
      /** The chain of the value's class, as far as it was walked, each with the arm of the same identity, if any. */
      readonly hops: readonly { readonly class: Class; readonly arm: Class | null }[]
      readonly chosen: Class | null
    }
  | {
      readonly kind: 'plugin-registered' | 'plugin-unregistered'
      readonly process: string
      readonly pluginKind: PluginKind
      readonly name: string
      readonly plugin: unknown
      readonly via: string | null
    }
  | {
      readonly kind: 'hook-called'
      readonly process: string
      readonly pluginKind: PluginKind
      readonly name: string
      readonly plugin: unknown
      readonly hook: string
      readonly args: unknown
      /** Null before the call; the error, wrapped, when the hook has thrown. */
      readonly thrown: { readonly error: unknown } | null
    }
  | {
      readonly kind: 'task-transition'
      readonly process: string
      readonly key: string
      readonly start: string
      readonly finish: string
    }
  | {
      readonly kind: 'message-sent'
      readonly from: string
      readonly to: string
      readonly op: string
      readonly payload: unknown
    }
  | {
      readonly kind: 'warned'
      readonly process: string
      readonly category: 'DeprecationWarning' | 'FutureWarning' | 'UserWarning'
      readonly message: string
    }
  | {
      readonly kind: 'logged'
      readonly process: string
      readonly level: 'INFO' | 'WARNING' | 'ERROR'
      readonly logger: string
      readonly message: string
    }

export interface Host {
  readonly report: (report: Report) => void
  /** The key of the module whose evaluation made a class, e.g. `node_modules/distributed/client.ts`; null where nobody knows. */
  readonly moduleOf: (created: Class) => string | null
}

/** Bound by the bundle that this package is part of; absent where the package runs on its own. */
declare const __doppelclass: { readonly host: Host } | undefined

const silentHost: Host = { report: () => undefined, moduleOf: () => null }

export const host: Host = typeof __doppelclass === 'undefined' ? silentHost : __doppelclass.host
