/** Deletes everything, once the reader has said so twice. */
import { useEffect, useRef, useState } from 'react'
import type { YourWorkStrings } from '../../i18n/your-work.en.ts'

interface DeleteAllProps {
  readonly strings: YourWorkStrings
  readonly onDelete: () => void
}

export function DeleteAll({ strings, onDelete }: DeleteAllProps) {
  const [isAsking, setIsAsking] = useState(false)
  const ask = useRef<HTMLButtonElement>(null)
  const no = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The harmless answer has the focus.
    if (isAsking) no.current?.focus()
  }, [isAsking])
  const close = () => {
    setIsAsking(false)
    ask.current?.focus()
  }
  return (
    <div className="work-delete">
      <button
        ref={ask}
        type="button"
        className="button"
        aria-expanded={isAsking}
        onClick={() => setIsAsking(!isAsking)}
      >
        {strings.deleteAll}
      </button>
      {isAsking && (
        // biome-ignore lint/a11y/useSemanticElements: two buttons and a question are no set of fields.
        <div role="group" aria-label={strings.deleteAllQuestion}>
          <p>{strings.deleteAllQuestion}</p>
          <p className="work-tools">
            <button ref={no} type="button" className="button" onClick={close}>
              {strings.deleteAllNo}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                setIsAsking(false)
                onDelete()
              }}
            >
              {strings.deleteAllYes}
            </button>
          </p>
        </div>
      )}
    </div>
  )
}
