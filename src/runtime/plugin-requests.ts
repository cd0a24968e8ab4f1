/** distributed/client.py `_register_worker_plugin` and its siblings: what a client asks of the scheduler, by kind of plugin. */
import { call, type OKMessage, raiseFirstError } from 'distributed/core'
import type { PluginKind } from 'distributed/host'
import type { Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'

/** The answer of each process that the plugin went to, by address; undefined for a scheduler plugin, as Dask's `None`. */
export type Registered = Readonly<Record<string, OKMessage>> | undefined

export interface Asking {
  readonly client: string
  readonly scheduler: Scheduler
  readonly kind: PluginKind
  /** For the trace: the client's method that asks. */
  readonly via: string
}

export interface PluginMessage {
  readonly plugin: Pickled
  readonly name: string
  readonly idempotent: boolean
}

/** @throws what a failing `setup` or `start` threw */
export async function requestRegistration(asking: Asking, message: PluginMessage): Promise<Registered> {
  const { scheduler, kind, via } = asking
  const route = { from: asking.client, to: scheduler.address, op: `register_${kind}_plugin` }
  switch (kind) {
    case 'worker':
      return raiseFirstError(await call(route, message, (m) => scheduler.registerWorkerPlugin(m, via)))
    case 'nanny':
      return raiseFirstError(await call(route, message, (m) => scheduler.registerNannyPlugin(m, via)))
    case 'scheduler':
      await call(route, message, (m) => scheduler.registerSchedulerPlugin(m, via))
      return undefined
  }
}

/** @throws ValueError where there is no plugin of that name; what a failing `teardown` threw */
export async function requestRemoval(asking: Asking, name: string): Promise<Registered> {
  const { scheduler, kind, via } = asking
  const route = { from: asking.client, to: scheduler.address, op: `unregister_${kind}_plugin` }
  switch (kind) {
    case 'worker':
      return raiseFirstError(await call(route, { name }, (m) => scheduler.unregisterWorkerPlugin(m, via)))
    case 'nanny':
      return raiseFirstError(await call(route, { name }, (m) => scheduler.unregisterNannyPlugin(m, via)))
    case 'scheduler':
      await call(route, { name }, (m) => scheduler.unregisterSchedulerPlugin(m, via))
      return undefined
  }
}
