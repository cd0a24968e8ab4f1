/** The reader's choice of editor, in step with all labs of the page. */
import { useEffect, useState } from 'react'
import { type EditorChoice, onEditorChoice, readEditorChoice } from './editor-choice-browser.ts'

/** What a device prefers is known only in the browser: until then it is the full editor. */
export function useEditorChoice(): EditorChoice {
  const [choice, setChoice] = useState<EditorChoice>('full')
  useEffect(() => {
    setChoice(readEditorChoice())
    return onEditorChoice(setChoice)
  }, [])
  return choice
}
