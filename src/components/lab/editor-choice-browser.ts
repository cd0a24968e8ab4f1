/** Which editor the reader wants: the full one, or a plain text field, which is kinder to touch screens and to some assistive technology. */
import { changeSettings, readSettings, type Settings } from '../../site/settings-browser.ts'

export type EditorChoice = NonNullable<Settings['editor']>

const CHANGED = 'doppelclass:editor'

/** What the reader chose on this device; where they did not choose, what suits the device. */
export function readEditorChoice(): EditorChoice {
  const suited = () => (matchMedia('(hover: none) and (pointer: coarse)').matches ? 'plain' : 'full')
  return readSettings().editor ?? suited()
}

/** Holds for every lab of the page, and on this device from now on. */
export function chooseEditor(editor: EditorChoice): void {
  changeSettings({ editor })
  // Told even where nothing can be remembered: the choice holds for this page then.
  window.dispatchEvent(new CustomEvent(CHANGED, { detail: editor }))
}

/** Calls back at each change; returns the way to stop. */
export function onEditorChoice(listen: (choice: EditorChoice) => void): () => void {
  const tell = (event: Event) => {
    if (event instanceof CustomEvent) listen(event.detail === 'plain' ? 'plain' : 'full')
  }
  window.addEventListener(CHANGED, tell)
  return () => window.removeEventListener(CHANGED, tell)
}
