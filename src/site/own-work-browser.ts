/** The storage of the reader's own work: one for the whole page, opened when it is first asked for. */
import type { WorkStorage } from '../lab/work-storage.ts'
import { openWorkStorage } from '../lab/work-storage-browser.ts'
import { siteStorageName } from './site-storage-browser.ts'

let storage: WorkStorage | null = null

export function ownWork(): WorkStorage {
  storage ??= openWorkStorage(siteStorageName())
  return storage
}

/** The name of a line of work that no other tab has. Not `randomUUID`: on a plain http address there is none. */
export function newLine(): string {
  const digits = crypto.getRandomValues(new Uint32Array(4))
  return [...digits].map((part) => part.toString(36)).join('-')
}
