/** Remembers, on this device only, how the reader likes the workbench. Read at once, so it lies in localStorage. */
import { siteStorageName } from './site-storage-browser.ts'

export interface Settings {
  /** Null where the reader has not chosen. */
  readonly editor: 'full' | 'plain' | null
  /** Whether editing runs the program again by itself; null where the reader has not chosen. */
  readonly isLive: boolean | null
}

export function readSettings(): Settings {
  try {
    return parseSettings(localStorage.getItem(key()))
  } catch {
    // Storage is forbidden here: nothing has been chosen before.
    return UNCHOSEN
  }
}

export function changeSettings(change: Partial<Settings>): void {
  try {
    localStorage.setItem(key(), JSON.stringify({ ...readSettings(), ...change }))
  } catch {
    // Storage is full or forbidden: the choice holds where it was made, and is not remembered.
  }
}

/** Whatever an older version or another program left there, only well-formed choices come back. */
export function parseSettings(text: string | null): Settings {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    if (typeof value !== 'object' || value === null) return UNCHOSEN
    const editor = 'editor' in value && (value.editor === 'full' || value.editor === 'plain') ? value.editor : null
    const isLive = 'isLive' in value && typeof value.isLive === 'boolean' ? value.isLive : null
    return { editor, isLive }
  } catch {
    // Not JSON, so not ours.
    return UNCHOSEN
  }
}

const UNCHOSEN: Settings = { editor: null, isLive: null }

function key(): string {
  return siteStorageName('settings')
}
