/** Shows a text to be copied, selected from the start, with a button that copies it where the browser lets us. */
import { useEffect, useId, useRef, useState } from 'react'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import { copyText } from './share-browser.ts'

interface CopyDialogProps {
  readonly title: string
  readonly hint: string
  readonly label: string
  readonly value: string
  readonly text: PlayStrings
  readonly onClose: () => void
}

export function CopyDialog({ title, hint, label, value, text, onClose }: CopyDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState('')
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
    area.current?.focus()
    area.current?.select()
  }, [])
  const copy = async () => {
    if (await copyText(value)) return setSaid(text.copied)
    setSaid(text.shareByHand)
    area.current?.focus()
    area.current?.select()
  }
  return (
    <dialog ref={dialog} className="form-dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p>{hint}</p>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <textarea ref={area} id={id} readOnly rows={5} value={value} spellCheck={false} />
      </div>
      <p className="form-problem" role="alert">
        {said}
      </p>
      <div className="form-buttons">
        <button type="button" className="button primary" onClick={() => void copy()}>
          {text.copy}
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {text.close}
        </button>
      </div>
    </dialog>
  )
}
