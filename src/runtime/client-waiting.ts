/** distributed/client.py `wait`, `as_completed`, `fire_and_forget`: functions of futures that ask for no result. */
import { FuturesCancelledError } from 'distributed/exceptions'
import { type Future, type FutureArgument, futuresOf } from 'distributed/future'

export interface DoneAndNotDone {
  readonly done: readonly Future<unknown>[]
  readonly notDone: readonly Future<unknown>[]
}

/**
 * Waits until all of the futures have ended, well or badly, or the first of them has.
 * @throws FuturesCancelledError where some of them were cancelled
 */
export async function wait(
  futures: FutureArgument,
  { returnWhen = 'ALL_COMPLETED' }: { readonly returnWhen?: 'ALL_COMPLETED' | 'FIRST_COMPLETED' } = {},
): Promise<DoneAndNotDone> {
  const all = futuresOf(futures)
  const ends = all.map(({ state }) => state.wait())
  if (returnWhen === 'ALL_COMPLETED') await Promise.all(ends)
  else await Promise.race(ends)
  const done = all.filter(({ status }) => status !== 'pending')
  const cancelled = done.filter((future) => future.cancelled())
  if (cancelled.length > 0) throw new FuturesCancelledError(cancelled.map(({ state }) => state.cancelledError()))
  return { done, notDone: all.filter(({ status }) => status === 'pending') }
}

/** Gives the futures in the order in which they end, however they end. */
export async function* asCompleted<T>(futures: readonly Future<T>[]): AsyncGenerator<Future<T>, void> {
  const left = new Map(
    futures.map((future, place) => [place, future.state.wait().then(() => ({ place, future }))] as const),
  )
  while (left.size > 0) {
    const { place, future } = await Promise.race(left.values())
    left.delete(place)
    yield future
  }
}

/** Has tasks run to their end, even when all their futures are released. Nobody keeps their results. */
export function fireAndForget(futures: FutureArgument): void {
  for (const { client, key } of futuresOf(futures)) client.fireAndForget(key)
}
