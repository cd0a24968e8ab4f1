/** distributed/core.py: how processes talk. A call waits for its reply, a message on a stream does not; both arrive one turn later. */
import { host } from 'distributed/host'
import { dumps, loads, Pickled } from 'distributed/protocol/pickle'
import { text } from 'distributed/python-repr'

export type Status = 'init' | 'running' | 'closing' | 'closing_gracefully' | 'closed' | 'failed'

/** From whom to whom, and Dask's own name of the operation. */
export interface Route {
  readonly from: string
  readonly to: string
  readonly op: string
}

/** Asks another process and waits for its answer. What the handler throws comes back to the caller, as a copy. */
export async function call<M extends object, R>(
  route: Route,
  message: M,
  handler: (message: M) => R,
): Promise<Awaited<R>> {
  reportMessage(route, message)
  await null
  try {
    return await handler(message)
  } catch (error) {
    // core.py `handle_comm`: whoever fails to answer says so in its own log too.
    const told = withError(`Exception while handling op ${route.op}`, error)
    host.report({ kind: 'logged', process: route.to, level: 'ERROR', logger: 'distributed.core', message: told })
    throw loads(dumpsError(error))
  }
}

/** Sends without waiting. Messages arrive in the order in which they were sent. */
export function send<M extends object>(route: Route, message: M, handler: (message: M) => void): void {
  reportMessage(route, message)
  queue(() => handler(message))
}

/** Runs later, after what is queued already. An error is a bug of this package, and ends as an unhandled rejection. */
export function queue(work: () => unknown): void {
  void Promise.resolve().then(work)
}

export type OKMessage = { readonly status: 'OK' }
export type ErrorMessage = { readonly status: 'error'; readonly exception: Pickled }
export type Responses = Readonly<Record<string, OKMessage | ErrorMessage>>

export function errorMessage(error: unknown): ErrorMessage {
  return { status: 'error', exception: dumpsError(error) }
}

/** An error on its way. One that cannot be pickled leaves its words behind, and goes on as a plain one. core.py `error_message` */
export function dumpsError(error: unknown): Pickled {
  try {
    return dumps(error)
  } catch {
    return dumps(new Error(reprOf(error)))
  }
}

/** A line of a log, followed by the error as the last line of Python's traceback says it. */
export function withError(message: string, error: unknown): string {
  return `${message}\n${String(error)}`
}

/** As Python's `repr` of an exception. */
export function reprOf(error: unknown): string {
  const { name = 'Error', message = '' } = Object(error)
  return `${name}(${message === '' ? '' : text(String(message))})`
}

function reportMessage(route: Route, message: object): void {
  // The trace shows what a message carries, not how it is packed.
  const payload = Object.entries(message).map(([name, value]) => [name, Pickled.is(value) ? value.snapshot : value])
  host.report({ kind: 'message-sent', ...route, payload: Object.fromEntries(payload) })
}
