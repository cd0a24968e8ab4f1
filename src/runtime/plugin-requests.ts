/** distributed/client.py `_register_worker_plugin` and its siblings: what a client asks of the scheduler, by kind of plugin. */
import { policy } from 'distributed/_version'
import { call, type OKMessage, type Responses } from 'distributed/core'
import { AttributeError } from 'distributed/exceptions'
import type { PluginKind } from 'distributed/host'
import { loads, type Pickled } from 'distributed/protocol/pickle'
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
      return requireFine(await call(route, message, (m) => scheduler.registerWorkerPlugin(m, via)))
    case 'nanny':
      return requireFine(await call(route, message, (m) => scheduler.registerNannyPlugin(m, via)))
    case 'scheduler':
      await call(route, message, (m) => scheduler.registerSchedulerPlugin(m, via))
      return undefined
  }
}

/** @throws ValueError where there is no plugin of that name; what a failing `teardown` threw, or AttributeError where the client trips over it */
export async function requestRemoval(asking: Asking, name: string): Promise<Registered> {
  const { scheduler, kind, via } = asking
  const route = { from: asking.client, to: scheduler.address, op: `unregister_${kind}_plugin` }
  switch (kind) {
    case 'worker':
      return requireRemoved(await call(route, { name }, (m) => scheduler.unregisterWorkerPlugin(m, via)))
    case 'nanny':
      return requireRemoved(await call(route, { name }, (m) => scheduler.unregisterNannyPlugin(m, via)))
    case 'scheduler':
      await call(route, { name }, (m) => scheduler.unregisterSchedulerPlugin(m, via))
      return undefined
  }
}

/** @throws the first error among the responses, as the caller's own copy */
export function requireFine(responses: Responses): Readonly<Record<string, OKMessage>> {
  const fine: [string, OKMessage][] = []
  for (const [address, response] of Object.entries(responses)) {
    if (response.status === 'error') throw loads(response.exception)
    fine.push([address, response])
  }
  return Object.fromEntries(fine)
}

function requireRemoved(responses: Responses): Readonly<Record<string, OKMessage>> {
  const hasFailed = Object.values(responses).some(({ status }) => status === 'error')
  if (hasFailed && policy.failedTeardown === 'tripped-over') {
    // client.py `_unregister_worker_plugin`: `raise exc.with_traceback(tb)` on an exception that is pickled still
    throw new AttributeError("'bytes' object has no attribute 'with_traceback'")
  }
  return requireFine(responses)
}
