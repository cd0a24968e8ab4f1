/** A text field over the same code, in the same box: works wherever text can be typed. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { fill } from '../../i18n/fill.ts'
import type { SourceLine } from '../../trace/model/places.ts'
import type { Place } from './CodePane.tsx'
import { LineMark } from './LineMark.tsx'
import { useLabStrings } from './lab-context.ts'

interface PlainEditorProps {
  readonly file: string
  readonly text: string
  /** Shown and focused whenever a new object is given. */
  readonly place: Place | null
  readonly mark: SourceLine | null
  readonly onEdit: (file: string, text: string) => void
  /** Escape was pressed: the focus is to go elsewhere. */
  readonly onLeave: () => void
}

export function PlainEditor({ file, text, place, mark, onEdit, onLeave }: PlainEditorProps) {
  const strings = useLabStrings()
  const field = useRef<HTMLTextAreaElement>(null)

  // Opened by the reader's own press, so the focus is theirs to move.
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    if (field.current === null || place?.file !== file) return
    const offset = offsetOf(field.current.value, place)
    field.current.focus()
    field.current.setSelectionRange(offset, offset)
  }, [place, file])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
  }

  return (
    <div className="static-code plain-editor">
      {/* The code once more, unseen: it gives the field its size, so that the box alone scrolls. */}
      <pre aria-hidden="true">{`${text}\n`}</pre>
      <textarea
        ref={field}
        value={text}
        aria-label={fill(strings.editorLabel, { file })}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        onChange={(event) => onEdit(file, event.target.value)}
        onKeyDown={onKeyDown}
      />
      {mark?.file === file && <LineMark mark={mark} />}
    </div>
  )
}

/** Where a line and column lie in the text; the end of the text where it has no such place. */
function offsetOf(text: string, { line, column }: Place): number {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
  return Math.min(text.length, before + column - 1)
}
