/** The IndexedDB database of a reader's own work: opened once, and again where it was lost or refused. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { inTime } from './in-time.ts'
import type { Timer } from './live-runs.ts'

/** Values are unknown: another version of this site, or another site of this origin, may have written them. */
export interface WorkSchema extends DBSchema {
  works: { key: [id: string, line: string, version: number]; value: unknown }
  notes: { key: [kind: string, id: string]; value: unknown }
  aside: { key: number; value: unknown }
}

export type WorkDb = IDBPDatabase<WorkSchema>

const VERSION = 1
/** Milliseconds after which a database that says nothing counts as one that refuses. */
const LIMIT = 20_000

export interface WorkDbDoor {
  /** Runs `use` on the open database. Whatever it does may come to pass even where the wait for it was given up. */
  readonly with: <T>(use: (db: WorkDb) => Promise<T>) => Promise<T>
  readonly close: () => void
}

export function openWorkDb(name: string, timer?: Timer): WorkDbDoor {
  const limit = { milliseconds: LIMIT, timer }
  let opened: Promise<WorkDb> | null = null
  const forget = () => {
    opened = null
  }
  const close = () => {
    opened?.then((db) => db.close()).catch(() => undefined)
    forget()
  }
  const open = async () => {
    const opening = openDB<WorkSchema>(name, VERSION, {
      upgrade: (db) => {
        db.createObjectStore('works')
        db.createObjectStore('notes')
        db.createObjectStore('aside', { autoIncrement: true })
      },
      // A later version of this site waits for us: let it have the database.
      blocking: close,
      terminated: forget,
    })
    try {
      return await inTime(opening, limit)
    } catch (error) {
      forget()
      // One that comes too late is of no use, and would only stand in the way of a later version.
      opening.then((db) => db.close()).catch(() => undefined)
      throw error
    }
  }
  return {
    with: async (use) => {
      opened ??= open()
      const current = opened
      const db = await current
      try {
        return await inTime(use(db), limit)
      } catch (error) {
        // The connection is closing, by the browser's own doing, or stuck: the next call opens another.
        const isLost = error instanceof Error && ['InvalidStateError', 'TimeoutError'].includes(error.name)
        if (isLost) db.close()
        if (isLost && opened === current) forget()
        throw error
      }
    },
    close,
  }
}
