/** Keeps a session's work in storage as it is made, and offers what other tabs and earlier revisions have of it. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Timer } from './live-runs.ts'
import type { LabSession } from './session.ts'
import { copyKey, scopeOf, type Work, type WorkCopy, type WorkId, type WorkPlace } from './work.ts'
import { chooseOffer, type Offer, onto, type Shown, unsettled } from './work-offer.ts'
import { type FoundCopies, type Trouble, troubleOf, type WorkStorage } from './work-storage.ts'
import { createWorkWriter } from './work-writer.ts'

export interface KeeperState {
  /** Whether what was kept has been brought into the session. */
  readonly isLoaded: boolean
  /** Whether everything that the reader made is in storage. */
  readonly isKept: boolean
  /** Why work is in memory only; null while it is kept. */
  readonly trouble: Trouble | null
  /** Whether a trouble is over and the reader has not yet been seen to know. */
  readonly isRecovered: boolean
  readonly offer: Offer | null
  /** Records that could not be read and were set aside since the page was opened. */
  readonly setAside: FoundCopies['setAside']
  readonly name: string | null
}

export interface Keeper {
  readonly store: StoreApi<KeeperState>
  /** Shows the offered copy. What was shown stays in storage. */
  readonly take: () => void
  /** Stays with what is shown, and does not offer the others again. They stay in storage. */
  readonly keepMine: () => void
  /** The reader has read about records set aside, or about a trouble that is over. */
  readonly dismiss: () => void
  /** @param name null for no name of its own */
  readonly rename: (name: string | null) => void
  /** Looks again at what storage has: when a tab comes to the front. */
  readonly refresh: () => Promise<void>
  /** Hands everything that is not kept yet to the storage, at once: when a tab may be about to go. */
  readonly flush: () => Promise<void>
  readonly dispose: () => void
}

export interface KeepOptions {
  readonly id: WorkId
  readonly session: LabSession
  readonly storage: WorkStorage
  /** What the work is called while nothing of it is kept; null for no name of its own. */
  readonly name?: string | null
  /** Gives a text that no other tab gets. */
  readonly newLine: () => string
  readonly now?: () => number
  readonly timer?: Timer
}

interface Own {
  readonly line: string
  readonly version: number
  readonly savedAt: number
  /** The state that the line goes on from. */
  readonly from: WorkPlace | null
}

export function keepWork(options: KeepOptions): Keeper {
  const { id, session, storage, newLine, name = null, now = Date.now, timer } = options
  const scope = scopeOf(id)
  const store = createStore<KeeperState>(() => ({ ...BEFORE, name }))
  // The state that this tab writes next goes into `line`, after `version`.
  let own: Own = { line: newLine(), version: 0, savedAt: 0, from: null }
  let settled: readonly string[] = []
  let known: readonly WorkCopy[] = []
  let isRestoring = false
  let isDisposed = false

  const work = (): Work => {
    const { project, discarded } = session.store.getState()
    return { project, discarded }
  }
  const shown = (): Shown => {
    // What the line goes on from is gone, though the latest look may still have seen it.
    const decided = own.from === null ? settled : [...settled, copyKey(own.from)]
    return { id, start: session.start, work: work(), ...own, settled: decided }
  }
  const set = (change: Partial<KeeperState>) => {
    if (!isDisposed) store.setState(change)
  }
  const offer = () => set({ offer: chooseOffer(known, shown()) })

  const fail = (error: unknown) => {
    set({ trouble: troubleOf(error), isRecovered: false })
    writer.tryLater()
  }
  const succeed = () => {
    if (!writer.isDone()) return
    set({ isKept: true })
    if (store.getState().trouble !== null) set({ trouble: null, isRecovered: true })
  }
  const writer = createWorkWriter({ storage, timer, onRefused: fail, onDone: succeed, onRetry: () => refresh() })

  /** What is shown becomes the next state of this tab's line. */
  const keep = () => {
    own = { ...own, version: own.version + 1, savedAt: now() }
    const { line, version, savedAt, from } = own
    const { name } = store.getState()
    set({ isKept: false })
    writer.put({ id, line, version, savedAt, name, settled, ...work() }, from)
  }

  const restore = (next: Work, file: string | null) => {
    isRestoring = true
    session.restore({ ...next, activeFile: file ?? session.store.getState().activeFile })
    isRestoring = false
  }
  const beginLine = (from: WorkPlace | null, savedAt: number) => {
    own = { line: newLine(), version: 0, savedAt, from }
  }
  const isUntouched = () => work().project === session.start && work().discarded === null && own.version === 0

  const load = async ({ copies }: FoundCopies) => {
    const kept = copies.find((copy) => copy.id === id)
    const file = await storage.note('file', id)
    if (kept !== undefined && isUntouched()) {
      beginLine(kept, kept.savedAt)
      settled = kept.settled
      set({ name: kept.name })
      restore(kept, file)
    } else if (file !== null && work().project.files[file] !== undefined) {
      // Nothing to bring in: a run of what is shown goes on.
      session.select(file)
    }
    set({ isLoaded: true })
  }
  const refresh = async () => {
    try {
      const found = await storage.copies(scope)
      if (isDisposed) return
      if (!store.getState().isLoaded) await load(found)
      known = found.copies.filter((copy) => scopeOf(copy.id) === scope)
      const { broken, newer } = store.getState().setAside
      set({ setAside: { broken: broken + found.setAside.broken, newer: newer + found.setAside.newer } })
      offer()
      succeed()
    } catch (error) {
      fail(error)
    }
  }
  /** All copies that are known now are decided about; those that are gone need not be remembered. */
  const settle = () => {
    const keys = known.map(copyKey)
    const decided = [...settled.filter((key) => keys.includes(key)), ...unsettled(known, shown()).map(copyKey)]
    settled = [...new Set(decided)]
  }

  const stopSession = session.store.subscribe((state, before) => {
    if (state.activeFile !== before.activeFile && !isRestoring) {
      // Work that cannot be kept is told of when it is made; an open file alone is not worth a notice.
      storage.setNote('file', id, state.activeFile).catch(() => undefined)
    }
    if (isRestoring || (state.project === before.project && state.discarded === before.discarded)) return
    keep()
  })
  const stopChanges = storage.onChange((changed) => {
    if (scopeOf(changed) === scope) void refresh()
  })
  void refresh()

  return {
    store,
    take: () => {
      const { offer: taken } = store.getState()
      if (taken === null) return
      settle()
      if (own.version > 0) settled = [...settled, copyKey(own)]
      if (taken.kind === 'earlier-revision') {
        restore(onto(session.start, taken.copy), null)
        beginLine(null, 0)
      } else {
        set({ name: taken.copy.name })
        restore(taken.copy, null)
        beginLine(taken.copy, taken.copy.savedAt)
      }
      keep()
      offer()
    },
    keepMine: () => {
      settle()
      keep()
      offer()
    },
    dismiss: () => set({ isRecovered: false, setAside: BEFORE.setAside }),
    rename: (next) => {
      set({ name: next })
      keep()
    },
    refresh,
    flush: writer.flush,
    dispose: () => {
      isDisposed = true
      writer.dispose()
      stopSession()
      stopChanges()
    },
  }
}

const BEFORE: KeeperState = {
  isLoaded: false,
  isKept: true,
  trouble: null,
  isRecovered: false,
  offer: null,
  setAside: { broken: 0, newer: 0 },
  name: null,
}
