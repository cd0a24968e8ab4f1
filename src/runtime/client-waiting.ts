/** distributed/client.py `wait`, `fire_and_forget`: functions of futures that ask for no result. */
import { FuturesCancelledError, NotImplementedError } from 'distributed/exceptions'
import { type Future, type FutureArgument, futuresOf } from 'distributed/future'
import type { Timedelta } from 'distributed/timedelta'
import { within } from 'distributed/timers'

export interface DoneAndNotDone {
  readonly done: readonly Future<unknown>[]
  readonly notDone: readonly Future<unknown>[]
}

export interface WaitOptions {
  readonly returnWhen?: 'ALL_COMPLETED' | 'FIRST_COMPLETED'
  readonly timeout?: Timedelta | null
}

/**
 * Waits until all of the futures have ended, well or badly, or the first of them has.
 * @throws FuturesCancelledError where some of them were cancelled; TimeoutError; NotImplementedError, TypeError for other options
 */
export async function wait(
  futures: FutureArgument,
  { returnWhen = 'ALL_COMPLETED', timeout = null }: WaitOptions = {},
): Promise<DoneAndNotDone> {
  requireTimedelta(timeout)
  const all = futuresOf(futures)
  const ended = whenEnded(all, returnWhen)
  const [one] = all
  if (timeout === null || one === undefined) await ended
  else await within(ended, { timeout, time: one.client.time })
  const done = all.filter(({ status }) => status !== 'pending')
  const cancelled = done.filter((future) => future.cancelled())
  if (cancelled.length > 0) throw new FuturesCancelledError(cancelled.map(({ state }) => state.cancelledError()))
  return { done, notDone: all.filter(({ status }) => status === 'pending') }
}

async function whenEnded(all: readonly Future<unknown>[], returnWhen: string): Promise<void> {
  const ends = all.map(({ state }) => state.wait())
  if (returnWhen === 'ALL_COMPLETED') await Promise.all(ends)
  else if (returnWhen === 'FIRST_COMPLETED') await (ends.length > 0 && Promise.race(ends))
  else throw new NotImplementedError("Only return_when='ALL_COMPLETED' and 'FIRST_COMPLETED' are supported")
}

/** Whoever gives the futures one by one gives the second of them here. */
function requireTimedelta(timeout: unknown): void {
  if (timeout === null || typeof timeout === 'number' || typeof timeout === 'string') return
  const advice = 'Beware that wait expects a list of values\n  Bad:  wait(x, y, z)\n  Good: wait([x, y, z])'
  throw new TypeError(`timeout= keyword received a non-numeric value.\n${advice}`)
}

/** Has tasks run to their end, even when all their futures are released. Nobody keeps their results. */
export function fireAndForget(futures: FutureArgument): void {
  for (const { client, key } of futuresOf(futures)) client.fireAndForget(key)
}
