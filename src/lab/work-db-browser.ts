/** The IndexedDB database of a reader's own work: opened once, and again where it was lost or refused. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** Values are unknown: another version of this site, or another site of this origin, may have written them. */
export interface WorkSchema extends DBSchema {
  works: { key: [id: string, line: string, version: number]; value: unknown }
  notes: { key: [kind: string, id: string]; value: unknown }
  aside: { key: number; value: unknown }
}

export type WorkDb = IDBPDatabase<WorkSchema>

const VERSION = 1

export interface WorkDbDoor {
  /** Runs `use` on the open database. */
  readonly with: <T>(use: (db: WorkDb) => Promise<T>) => Promise<T>
  readonly close: () => void
}

export function openWorkDb(name: string): WorkDbDoor {
  let opened: Promise<WorkDb> | null = null
  const forget = () => {
    opened = null
  }
  const close = () => {
    opened?.then((db) => db.close()).catch(() => undefined)
    forget()
  }
  const open = async () => {
    try {
      return await openDB<WorkSchema>(name, VERSION, {
        upgrade: (db) => {
          db.createObjectStore('works')
          db.createObjectStore('notes')
          db.createObjectStore('aside', { autoIncrement: true })
        },
        // A later version of this site waits for us: let it have the database.
        blocking: close,
        terminated: forget,
      })
    } catch (error) {
      forget()
      throw error
    }
  }
  return {
    with: async (use) => {
      opened ??= open()
      try {
        return await use(await opened)
      } catch (error) {
        // The connection is closing, by the browser's own doing: the next call opens another.
        if (error instanceof Error && error.name === 'InvalidStateError') forget()
        throw error
      }
    },
    close,
  }
}
