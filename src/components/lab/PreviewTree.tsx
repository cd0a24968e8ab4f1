/** Draws a previewed value: on one line where it is small, as a tree that opens where it is not. */
import { useState } from 'react'
import { fill } from '../../i18n/fill.ts'
import type { Preview } from '../../trace/preview.ts'
import type { ClassLabels } from './class-labels.ts'
import { InlineContents, InlineValue, type ObjectPreview, ObjectTitle, onlyText } from './InlineValue.tsx'
import { useLabStrings } from './lab-context.ts'

interface PreviewProps {
  readonly value: Preview
  readonly labels: ClassLabels
  /** A string at the top of a console line is shown bare, one inside a value with quotes. */
  readonly bareText?: boolean
}

export function PreviewTree({ value, labels, bareText = false }: PreviewProps) {
  const strings = useLabStrings()
  switch (value.kind) {
    case 'primitive':
      return (
        <span className={`value value-${value.type}`}>
          {value.type === 'string' && !bareText ? JSON.stringify(value.text) : value.text}
        </span>
      )
    case 'seen':
      return (
        <span className="value value-muted">
          ‹{value.name} {strings.alreadyShown}›
        </span>
      )
    case 'object':
      if (value.entries.length > 0 && onlyText(value) === null) return <ObjectTree value={value} labels={labels} />
      return <InlineValue value={value} labels={labels} />
    default:
      return <InlineValue value={value} labels={labels} />
  }
}

interface ObjectTreeProps {
  readonly value: ObjectPreview
  readonly labels: ClassLabels
}

/** What lies inside is drawn only once it is opened: a console may hold very many values. */
function ObjectTree({ value, labels }: ObjectTreeProps) {
  const strings = useLabStrings()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="value value-tree">
      <button type="button" className="unfold" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen && isBare(value) ? (
          <span className="value-muted">{value.name || '{}'}</span>
        ) : (
          <ObjectTitle value={value} labels={labels} />
        )}{' '}
        {!isOpen && <InlineContents value={value} labels={labels} depth={1} />}
      </button>
      {isOpen && (
        <ul>
          {value.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a preview never changes, and keys of a Map may repeat.
            <li key={index}>
              <span className="value-key">{entry.key}</span>: <PreviewTree value={entry.value} labels={labels} />
            </li>
          ))}
          {value.omitted > 0 && <li className="value-muted">{fill(strings.more, { count: value.omitted })}</li>}
        </ul>
      )}
    </div>
  )
}

/** Whether brackets alone say what it is, which are gone once it is open. */
function isBare({ of, name }: ObjectPreview): boolean {
  return of === 'plain' || (of === 'array' && name === 'Array')
}
