/** Hands states of work to the storage, one after another, and goes on trying where it refuses. */
import { systemTimer, type Timer } from './live-runs.ts'
import type { WorkCopy, WorkPlace } from './work.ts'
import { RETRY_DELAY, type WorkStorage } from './work-storage.ts'

export interface WorkWriter {
  readonly put: (copy: WorkCopy, from: WorkPlace | null) => void
  /** Whether every state that was put is in storage. */
  readonly isDone: () => boolean
  /** Hands over everything at once, without waiting for what is on its way. */
  readonly flush: () => Promise<void>
  /** Plans another try after a while. */
  readonly tryLater: () => void
  readonly dispose: () => void
}

export interface WriterOptions {
  readonly storage: Pick<WorkStorage, 'write'>
  readonly timer?: Timer | undefined
  readonly onRefused: (error: unknown) => void
  readonly onDone: () => void
  /** Before another try: storage is to be read again too. */
  readonly onRetry: () => Promise<void>
}

interface Pending {
  readonly copy: WorkCopy
  readonly from: WorkPlace | null
}

export function createWorkWriter(options: WriterOptions): WorkWriter {
  const { storage, timer = systemTimer, onRefused, onDone, onRetry } = options
  // By line: of each line only the latest state counts. There are several while storage refuses.
  const pending = new Map<string, Pending>()
  let writing: Promise<void> | null = null
  let callOff: (() => void) | null = null

  const push = async (line: string, entry: Pending) => {
    await storage.write(entry.copy, entry.from)
    if (pending.get(line) === entry) pending.delete(line)
    if (pending.size === 0) onDone()
  }
  const writeAll = async () => {
    for (let [next] = pending; next !== undefined; [next] = pending) {
      try {
        await push(...next)
      } catch (error) {
        return onRefused(error)
      }
    }
  }
  const write = () => {
    writing ??= writeAll().finally(() => {
      writing = null
    })
    return writing
  }
  const retry = async () => {
    callOff = null
    await onRetry()
    await write()
  }

  return {
    put: (copy, from) => {
      pending.set(copy.line, { copy, from })
      void write()
    },
    isDone: () => pending.size === 0,
    flush: async () => {
      await Promise.all([...pending].map(([line, entry]) => push(line, entry).catch(onRefused)))
    },
    tryLater: () => {
      callOff ??= timer(RETRY_DELAY, () => void retry())
    },
    dispose: () => callOff?.(),
  }
}
