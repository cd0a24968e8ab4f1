/** A modal dialog with a form. It closes by its buttons, by Escape, and when what was entered is taken. */
import { type ReactNode, useEffect, useId, useRef } from 'react'

interface FormDialogProps {
  readonly title: string
  readonly confirmLabel: string
  readonly cancelLabel: string
  /** Why what was entered was not taken. */
  readonly problem: string | null
  /** Says whether it was taken. */
  readonly onConfirm: () => boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

export function FormDialog(props: FormDialogProps) {
  const { title, confirmLabel, cancelLabel, problem, onConfirm, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const close = () => dialog.current?.close()
  return (
    <dialog ref={dialog} className="form-dialog" aria-labelledby={titleId} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (onConfirm()) close()
        }}
      >
        <h3 id={titleId}>{title}</h3>
        {children}
        <p className="form-problem" role="alert">
          {problem}
        </p>
        <div className="form-buttons">
          <button type="submit" className="button primary">
            {confirmLabel}
          </button>
          <button type="button" className="button" onClick={close}>
            {cancelLabel}
          </button>
        </div>
      </form>
    </dialog>
  )
}
