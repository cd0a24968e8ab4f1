/** A reader's own work, for tests: projects, copies, and tabs over one real database in memory. */
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { DEFAULT_BUILD } from '#src/bundler/bundle-types.ts'
import { keepWork } from '#src/lab/keep-work.ts'
import type { Timer } from '#src/lab/live-runs.ts'
import type { Project } from '#src/lab/project.ts'
import { createLabSession } from '#src/lab/session.ts'
import type { WorkCopy, WorkId } from '#src/lab/work.ts'
import type { WorkStorage } from '#src/lab/work-storage.ts'
import { type Channel, openWorkStorage } from '#src/lab/work-storage-browser.ts'

export const ID: WorkId = 'lab:lesson/lab@r1'
export const SCOPE = 'lab:lesson/lab@'

export function projectWith(text: string): Project {
  return {
    dask: '2024.7.1',
    packages: [],
    entry: 'main.ts',
    files: { 'main.ts': text, 'other.ts': '' },
    links: {},
    build: DEFAULT_BUILD,
  }
}

export const START = projectWith('start')

export function copyWith(change: Partial<WorkCopy>): WorkCopy {
  const copy = { id: ID, line: 'line', version: 1, savedAt: 1, name: null, settled: [] }
  return { ...copy, project: projectWith('mine'), discarded: null, ...change }
}

/** What joins the tabs of one site. */
function createHub(): () => Channel {
  const ears = new Map<object, Set<(id: string) => void>>()
  return () => {
    const own = new Set<(id: string) => void>()
    const tab = {}
    ears.set(tab, own)
    return {
      post: (id) => {
        for (const [other, listeners] of ears) if (other !== tab) for (const listen of listeners) listen(id)
      },
      listen: (listen) => {
        own.add(listen)
        return () => own.delete(listen)
      },
      close: () => ears.delete(tab),
    }
  }
}

let tabs = 0

interface TabOptions {
  readonly storage: WorkStorage
  readonly id?: WorkId
  readonly start?: Project
  readonly now: () => number
}

/** One tab with the lab open. Time goes on when the test says so. */
function openTab({ storage, id = ID, start = START, now }: TabOptions) {
  const timers = new Set<() => void>()
  const timer: Timer = (_, callback) => {
    timers.add(callback)
    return () => timers.delete(callback)
  }
  const load = () => Promise.reject(new Error('Nothing is run here.'))
  const session = createLabSession({ start, focus: 'main.ts', load, timer })
  tabs += 1
  const tab = tabs
  let lines = 0
  const newLine = () => {
    lines += 1
    return `tab${tab}-${lines}`
  }
  let isAlive = true
  const write: WorkStorage['write'] = (...state) => (isAlive ? storage.write(...state) : new Promise(() => undefined))
  const keeper = keepWork({ id, session, storage: { ...storage, write }, newLine, now, timer })
  return {
    session,
    keeper,
    state: keeper.store.getState,
    edit: (text: string) => session.edit('main.ts', text),
    text: () => session.store.getState().project.files['main.ts'],
    /** Lets all timers ring. */
    ring: () => {
      const due = [...timers]
      timers.clear()
      for (const call of due) call()
    },
    /** From now on nothing that the tab does reaches the storage. */
    kill: () => {
      isAlive = false
    },
    close: () => {
      keeper.dispose()
      session.dispose()
      storage.dispose()
    },
  }
}

/** Waits until something holds, turn by turn of the event loop. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turns = 0; turns < 2000; turns += 1) {
    if (holds()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error(`This never came to hold: ${holds}`)
}

export type Tab = ReturnType<typeof openTab>

/** A site of its own: an empty database, and tabs over it that hear of each other. */
export function openSite() {
  globalThis.indexedDB = new IDBFactory()
  const channel = createHub()
  let clock = 0
  const now = () => {
    clock += 1
    return clock
  }
  const storage = () => openWorkStorage('work', channel())
  const open = (options: Partial<TabOptions> = {}) => openTab({ storage: storage(), now, ...options })
  return {
    storage,
    /** Opens the lab in another tab. */
    open,
    /** The same, and waits until what was kept is there. */
    visit: async (options: Partial<TabOptions> = {}) => {
      const tab = open(options)
      await until(() => tab.state().isLoaded)
      return tab
    },
    /** The text of every copy, the newest first. */
    texts: async () => (await storage().copies(SCOPE)).copies.map(({ project }) => project.files['main.ts']),
  }
}

export const kept = (tab: Tab) => until(() => tab.state().isKept)
export const offered = (tab: Tab) => tab.state().offer?.copy.project.files['main.ts']
