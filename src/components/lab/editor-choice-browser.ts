/** Which editor the reader wants: the full one, or a plain text field, which is kinder to touch screens and to some assistive technology. */

export type EditorChoice = 'full' | 'plain'

const KEY = 'doppelclass:editor'
const CHANGED = 'doppelclass:editor'

/** What the reader chose on this device; where they did not choose, what suits the device. */
export function readEditorChoice(): EditorChoice {
  try {
    const stored = localStorage.getItem(KEY)
    if (stored === 'full' || stored === 'plain') return stored
  } catch {
    // Storage is forbidden here.
  }
  return matchMedia('(hover: none) and (pointer: coarse)').matches ? 'plain' : 'full'
}

/** Holds for every lab of the page, and on this device from now on. */
export function chooseEditor(choice: EditorChoice): void {
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // Storage is full or forbidden: the choice holds for this lab only, which its own state sees to.
  }
  window.dispatchEvent(new CustomEvent(CHANGED, { detail: choice }))
}

/** Calls back at each change; returns the way to stop. */
export function onEditorChoice(listen: (choice: EditorChoice) => void): () => void {
  const tell = (event: Event) => {
    if (event instanceof CustomEvent) listen(event.detail === 'plain' ? 'plain' : 'full')
  }
  window.addEventListener(CHANGED, tell)
  return () => window.removeEventListener(CHANGED, tell)
}
