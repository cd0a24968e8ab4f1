/** The keys of a lab's editor: run, leave, and what Tab does. */
import type { CodeEditorInstance, Monaco } from './workbench.ts'

interface Actions {
  readonly onRun: () => void
  readonly onLeave: () => void
}

/** Escape closes what is open first; only where nothing is does it lead out. Names are the editor's context keys. */
const NOTHING_OPEN = [
  'suggestWidgetVisible',
  'parameterHintsVisible',
  'findWidgetVisible',
  'renameInputVisible',
  'codeActionMenuVisible',
  'editorHoverVisible',
  'markersNavigationVisible',
  'referenceSearchVisible',
  'messageVisible',
  'inSnippetMode',
  'editorHasMultipleSelections',
]
  .map((key) => `!${key}`)
  .join(' && ')

/** The actions go with the editor when it is disposed. */
export function addKeys(monaco: Monaco, editor: CodeEditorInstance, { onRun, onLeave }: Actions): void {
  const { KeyCode, KeyMod } = monaco
  editor.addAction({
    id: 'doppelclass.run',
    label: '',
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
    run: onRun,
  })
  editor.addAction({
    id: 'doppelclass.leave',
    label: '',
    keybindings: [KeyCode.Escape],
    keybindingContext: `editorTextFocus && ${NOTHING_OPEN}`,
    run: onLeave,
  })
  setUpTab(monaco, editor)
}

/** Tab moves the focus until the reader writes, and again once they have left: nobody is caught in here. */
function setUpTab({ KeyCode }: Monaco, editor: CodeEditorInstance): void {
  const setMovesFocus = (tabFocusMode: boolean) => editor.updateOptions({ tabFocusMode })
  setMovesFocus(true)
  editor.onDidChangeModelContent(() => {
    // Reset and the solution change the text too, from outside.
    if (editor.hasTextFocus()) setMovesFocus(false)
  })
  editor.onDidBlurEditorWidget(() => setMovesFocus(true))
  editor.onKeyDown(({ ctrlKey, keyCode }) => {
    // The editor's own switch (Ctrl+M) says aloud what Tab does now, which would not be so if ours were on as well.
    if (ctrlKey && keyCode === KeyCode.KeyM) setMovesFocus(false)
  })
}
