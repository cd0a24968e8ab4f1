/** Remembers, on this device only, which lessons the reader started and finished. */

export type LessonState = 'started' | 'done'
export type Progress = Readonly<Record<string, LessonState>>

const KEY = 'doppelclass:progress'
const PROGRESS_EVENT = 'doppelclass:progress'

/** Notes how far a lesson is. A finished lesson stays finished. */
export function markLesson(slug: string, state: LessonState): void {
  const before = readProgress()
  if (before[slug] === state || before[slug] === 'done') return
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...before, [slug]: state }))
  } catch {
    // Storage is full or forbidden: the lesson works, it is only not remembered.
    return
  }
  window.dispatchEvent(new Event(PROGRESS_EVENT))
}

export function readProgress(): Progress {
  try {
    return parseProgress(localStorage.getItem(KEY))
  } catch {
    // Storage is forbidden here.
    return {}
  }
}

/** Calls back at once and after each change, in this tab or another; returns the way to stop. */
export function onProgress(listen: (progress: Progress) => void): () => void {
  const tell = () => listen(readProgress())
  const tellOther = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) tell()
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
