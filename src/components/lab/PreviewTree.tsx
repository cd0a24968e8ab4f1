/** Draws a previewed value: on one line where it is small, as a tree that opens where it is not. */

import { fill } from '../../i18n/fill.ts'
import type { Preview, PreviewEntry } from '../../trace/preview.ts'
import type { ClassLabels } from './class-labels.ts'
import { useLabStrings } from './lab-context.ts'

interface PreviewProps {
  readonly value: Preview
  readonly labels: ClassLabels
  /** A string at the top of a console line is shown bare, one inside a value with quotes. */
  readonly bareText?: boolean
}

export function PreviewTree({ value, labels, bareText = false }: PreviewProps) {
  switch (value.kind) {
    case 'primitive':
      return (
        <span className={`value value-${value.type}`}>
          {value.type === 'string' && !bareText ? JSON.stringify(value.text) : value.text}
        </span>
      )
    case 'function':
      return <span className="value value-function">ƒ {value.name || '()'}</span>
    case 'class':
      return <span className="value value-class">class {labels.of(value.class, value.name)}</span>
    case 'error':
      return (
        <span className="value value-error">
          {value.error.name}: {value.error.message}
        </span>
      )
    case 'seen':
      return <SeenMark name={value.name} />
    case 'unreadable':
      return <span className="value value-muted">‹{value.why}›</span>
    case 'object':
      return <ObjectPreview value={value} labels={labels} />
  }
}

function ObjectPreview({
  value,
  labels,
}: {
  readonly value: Extract<Preview, { kind: 'object' }>
  readonly labels: ClassLabels
}) {
  const strings = useLabStrings()
  const title = objectTitle(value, labels)
  if (value.entries.length === 0) {
    const empty =
      value.of === 'array'
        ? '[]'
        : value.of === 'deep'
          ? '{…}'
          : ['plain', 'instance', 'map', 'set'].includes(value.of)
            ? '{}'
            : ''
    return <span className="value value-object">{[title, empty].filter(Boolean).join(' ')}</span>
  }
  return (
    <details className="value value-object">
      <summary>
        {title} <Inline value={value} labels={labels} />
      </summary>
      <ul>
        {value.entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a preview never changes, and keys of a Map may repeat.
          <li key={index}>
            <span className="value-key">{entry.key}</span>: <PreviewTree value={entry.value} labels={labels} />
          </li>
        ))}
        {value.omitted > 0 && <li className="value-muted">{fill(strings.more, { count: value.omitted })}</li>}
      </ul>
    </details>
  )
}

const INLINE_ENTRIES = 4

/** The one-line form of an object's contents. */
function Inline({
  value,
  labels,
}: {
  readonly value: Extract<Preview, { kind: 'object' }>
  readonly labels: ClassLabels
}) {
  const isList = value.of === 'array' || value.of === 'set'
  const shown = value.entries.slice(0, INLINE_ENTRIES)
  const parts = shown.map((entry) =>
    isList ? inlineText(entry, labels) : `${entry.key}: ${inlineText(entry, labels)}`,
  )
  if (value.entries.length > shown.length || value.omitted > 0) parts.push('…')
  return <span className="value-inline">{isList ? `[${parts.join(', ')}]` : `{ ${parts.join(', ')} }`}</span>
}

function inlineText({ value }: PreviewEntry, labels: ClassLabels): string {
  switch (value.kind) {
    case 'primitive':
      return value.type === 'string' ? JSON.stringify(value.text.slice(0, 60)) : value.text
    case 'function':
      return `ƒ ${value.name}`
    case 'class':
      return `class ${labels.of(value.class, value.name)}`
    case 'error':
      return `${value.error.name}: ${value.error.message}`
    case 'object':
      return `${objectTitle(value, labels) || ''}${value.of === 'array' ? '[…]' : '{…}'}`
    default:
      return '…'
  }
}

function objectTitle(value: Extract<Preview, { kind: 'object' }>, labels: ClassLabels): string {
  if (value.of === 'plain') return ''
  if (value.of === 'array') return value.name === 'Array' ? '' : value.name
  return value.class === null ? value.name : labels.of(value.class, value.name)
}

function SeenMark({ name }: { readonly name: string }) {
  const strings = useLabStrings()
  return (
    <span className="value value-muted">
      ‹{name} {strings.alreadyShown}›
    </span>
  )
}
