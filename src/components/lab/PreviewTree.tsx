/** Draws a previewed value: on one line where it is small, as a tree that opens where it is not. */
import { useState } from 'react'
import { fill } from '../../i18n/fill.ts'
import type { Preview } from '../../trace/preview.ts'
import type { ClassLabels } from './class-labels.ts'
import {
  InlineContents,
  InlineValue,
  isNamedByContents,
  type ObjectPreview,
  ObjectTitle,
  onlyText,
  PrimitiveValue,
} from './InlineValue.tsx'
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
      return <PrimitiveValue value={value} bareText={bareText} />
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
        {isOpen && isNamedByContents(value) && <span className="value-muted">{value.name || '{}'}</span>}
        <ObjectTitle value={value} labels={labels} />
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
