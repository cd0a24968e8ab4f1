/** What a browser's storage does for a reader's own work. `work-storage-browser.ts` does it with IndexedDB. */
import type { WorkCopy, WorkPlace } from './work.ts'

/** Milliseconds after which a storage that refused is tried again. */
export const RETRY_DELAY = 5000

export interface FoundCopies {
  /** The newest first. */
  readonly copies: readonly WorkCopy[]
  /** How many records could not be read and were set aside just now, by the reason. */
  readonly setAside: { readonly broken: number; readonly newer: number }
}

/** Every call may be refused: storage is full, forbidden, or of a newer version of this site. See `troubleOf`. */
export interface WorkStorage {
  /** All copies whose id begins so: a lab in all revisions (`scopeOf`), or every playground (`playground:`). */
  readonly copies: (scope: string) => Promise<FoundCopies>
  /** Adds a state to its line; removes the line's earlier states and, where it has not moved on, what the line began from. */
  readonly write: (copy: WorkCopy, from: WorkPlace | null) => Promise<void>
  readonly remove: (places: readonly WorkPlace[]) => Promise<void>
  /** Null where there is none. */
  readonly note: (kind: NoteKind, id: string) => Promise<string | null>
  readonly notes: (kind: NoteKind) => Promise<readonly Note[]>
  readonly setNote: (kind: NoteKind, id: string, text: string) => Promise<void>
  readonly all: () => Promise<Everything>
  /** Adds all of it or, where storage refuses, nothing. Notes of the same kind and id are overwritten. */
  readonly add: (everything: Everything) => Promise<void>
  readonly clear: () => Promise<void>
  /** Calls back with the id of a work that another tab has changed. */
  readonly onChange: (listen: (id: string) => void) => () => void
  readonly dispose: () => void
}

/** `answer`: the option chosen in a prediction, by lab and revision. `file`: the open file of a work. `progress`: by lesson. */
export type NoteKind = 'answer' | 'file' | 'progress'

/** A small fact that may simply be overwritten. */
export interface Note {
  readonly kind: NoteKind
  readonly id: string
  readonly text: string
  readonly savedAt: number
}

/** A record that could not be read. It is kept as it was: a later version of this site may know what to do with it. */
export interface Aside {
  readonly from: 'works' | 'notes'
  readonly kind: 'newer' | 'broken'
  readonly reason: string
  readonly setAsideAt: number
  /** The key that it lay under, and itself. */
  readonly key: unknown
  readonly value: unknown
}

export interface Everything {
  readonly copies: readonly WorkCopy[]
  readonly notes: readonly Note[]
  readonly aside: readonly Aside[]
}

/** Why work is in memory only. */
export type Trouble = 'full' | 'denied' | 'newer' | 'silent' | 'failed'

/** Storage errors tell what happened by their name alone. */
export function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') return 'full'
  if (name === 'VersionError') return 'newer'
  if (name === 'TimeoutError') return 'silent'
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'NotAllowedError') return 'denied'
  return 'failed'
}
