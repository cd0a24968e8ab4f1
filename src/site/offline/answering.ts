/** Which of two answers a request gets, the network's or the kept one: where one fails or hangs, the other comes. Knows no browser. */
import { inTime } from '../../lab/in-time.ts'
import type { Timer } from '../../lab/live-runs.ts'

export interface Answers<T> {
  readonly network: () => Promise<T>
  /** Undefined where nothing is kept. */
  readonly kept: () => Promise<T | undefined>
  readonly timer?: Timer
}

/** Milliseconds: after them a network is as good as none, and a browser's cache too. */
export const PATIENCE = { network: 4000, cache: 2000 } as const

/** For what is as good kept as fresh. */
export async function keptFirst<T>({ network, kept, timer }: Answers<T>): Promise<T> {
  return (await keptInTime({ kept, timer })) ?? network()
}

/** For what may have changed. Where nothing is kept, even a slow network is waited for. */
export async function networkFirst<T>({ network, kept, timer }: Answers<T>): Promise<T> {
  const asked = network()
  try {
    return await inTime(asked, { milliseconds: PATIENCE.network, timer })
  } catch {
    // None, or none yet: if nothing is kept, what became of it is told below.
    return (await keptInTime({ kept, timer })) ?? asked
  }
}

/** A cache that is broken is as good as an empty one. */
function keptInTime<T>({ kept, timer }: Pick<Answers<T>, 'kept'> & { readonly timer: Timer | undefined }) {
  return inTime(kept(), { milliseconds: PATIENCE.cache, timer }).catch(() => undefined)
}
