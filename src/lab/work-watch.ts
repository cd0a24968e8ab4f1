/** Keeps a view of everything that is kept up to date: looks when something may have changed, and again where storage refused. */
import { systemTimer, type Timer } from './live-runs.ts'
import { type Everything, RETRY_DELAY, type WorkStorage } from './work-storage.ts'

export interface WorkWatch {
  /** Looks now. The latest look counts: what an earlier one finds later is old. */
  readonly look: () => Promise<void>
  readonly stop: () => void
}

export interface WatchOptions {
  readonly storage: Pick<WorkStorage, 'all' | 'onChange'>
  readonly onFound: (everything: Everything) => void
  /** Another look is planned then. */
  readonly onRefused: (error: unknown) => void
  readonly timer?: Timer
}

export function watchWork({ storage, onFound, onRefused, timer = systemTimer }: WatchOptions): WorkWatch {
  let latest: object | null = null
  let callOff: (() => void) | null = null

  const look = async () => {
    callOff?.()
    const current = {}
    latest = current
    try {
      const everything = await storage.all()
      if (latest === current) onFound(everything)
    } catch (error) {
      if (latest !== current) return
      onRefused(error)
      callOff = timer(RETRY_DELAY, () => void look())
    }
  }
  const stopChanges = storage.onChange(() => void look())
  return {
    look,
    stop: () => {
      latest = null
      callOff?.()
      stopChanges()
    },
  }
}
