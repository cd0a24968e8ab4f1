/**
 * Remembers, on this device only, which lessons the reader started and finished. Every page draws it at once, so it
 * lies in localStorage; `keepProgress` holds the same in the database of the reader's own work. Marks only ever go from
 * started to done, so the two are joined without asking which is newer.
 */
import type { WorkStorage } from '../lab/work-storage.ts'
import { siteStorageName } from './site-storage-browser.ts'

export type LessonState = 'started' | 'done'
export type Progress = Readonly<Record<string, LessonState>>

/** Where marks lay before the name had the site's path in it. */
const OLD_KEY = 'doppelclass:progress'
const PROGRESS_EVENT = 'doppelclass:progress'

/** Notes how far a lesson is. A finished lesson stays finished. */
export function markLesson(slug: string, state: LessonState): void {
  const before = readProgress()
  const after = joinProgress(before, { [slug]: state })
  if (after[slug] !== before[slug]) write(after)
}

function write(progress: Progress): void {
  try {
    localStorage.setItem(key(), JSON.stringify(progress))
    localStorage.removeItem(OLD_KEY)
  } catch {
    // Storage is full or forbidden: the lesson works, it is only not remembered.
    return
  }
  window.dispatchEvent(new Event(PROGRESS_EVENT))
}

export function clearProgress(): void {
  write({})
}

/** Holds the marks in the database too, now and after each change; returns the way to stop. */
export function keepProgress(storage: WorkStorage): () => void {
  return onProgress((progress) => {
    // Where the database refuses, the workbench says so; the marks on the page are right all the same.
    joinStored(storage, progress).catch(() => undefined)
  })
}

/** Marks that came into the database by another way than a lesson: from a file, or brought back. */
export async function joinStored(storage: WorkStorage, progress: Progress = readProgress()): Promise<void> {
  const stored = Object.fromEntries((await storage.notes('progress')).map(({ id, text }) => [id, text]))
  const all = joinProgress(progress, parseProgress(JSON.stringify(stored)))
  for (const [slug, state] of Object.entries(all)) {
    if (stored[slug] !== state) await storage.setNote('progress', slug, state)
  }
  if (Object.entries(all).some(([slug, state]) => progress[slug] !== state)) write(all)
}

/** A lesson that is finished in either is finished. */
function joinProgress(one: Progress, other: Progress): Progress {
  const done = Object.entries({ ...one, ...other }).filter(([slug]) => one[slug] === 'done' || other[slug] === 'done')
  return { ...one, ...other, ...Object.fromEntries(done.map(([slug]) => [slug, 'done' as const])) }
}

export function readProgress(): Progress {
  try {
    return joinProgress(parseProgress(localStorage.getItem(OLD_KEY)), parseProgress(localStorage.getItem(key())))
  } catch {
    // Storage is forbidden here.
    return {}
  }
}

/** Calls back at once and after each change, in this tab or another; returns the way to stop. */
export function onProgress(listen: (progress: Progress) => void): () => void {
  const tell = () => listen(readProgress())
  const tellOther = (event: StorageEvent) => {
    if (event.key === key() || event.key === null) tell()
  }
  window.addEventListener(PROGRESS_EVENT, tell)
  window.addEventListener('storage', tellOther)
  tell()
  return () => {
    window.removeEventListener(PROGRESS_EVENT, tell)
    window.removeEventListener('storage', tellOther)
  }
}

/** Whatever an older version or another program left there, only well-formed entries come back. */
export function parseProgress(text: string | null): Progress {
  if (text === null) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
    return Object.fromEntries(Object.entries(value).filter(([, state]) => state === 'started' || state === 'done'))
  } catch {
    // Not JSON, so not ours.
    return {}
  }
}

function key(): string {
  return siteStorageName('progress')
}
