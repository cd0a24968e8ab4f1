/** A previewed value on one line, with nothing in it to press. */
import type { Preview, PreviewEntry } from '../../trace/preview.ts'
import type { ClassLabels } from './class-labels.ts'
import { InkedName } from './InkedName.tsx'

interface InlineValueProps {
  readonly value: Preview
  readonly labels: ClassLabels
  /** A string at the top of a console line is shown bare, one inside a value with quotes. */
  readonly bareText?: boolean
  /** How many objects may lie inside each other before one is only named. */
  readonly depth?: number
}

const LONGEST_TEXT = 60

export function InlineValue({ value, labels, bareText = false, depth = 1 }: InlineValueProps) {
  switch (value.kind) {
    case 'primitive':
      return <span className={`value value-${value.type}`}>{primitiveWords(value, bareText)}</span>
    case 'function':
      return <span className="value value-function">ƒ {value.name || '()'}</span>
    case 'class':
      return (
        <span className="value value-class">
          class <InkedName name={value.name} ordinal={labels.ordinalOf(value.class)} />
        </span>
      )
    case 'error':
      return (
        <span className="value value-error">
          {value.error.name}: {value.error.message}
        </span>
      )
    case 'seen':
      return <span className="value value-muted">‹{value.name}›</span>
    case 'unreadable':
      return <span className="value value-muted">‹{value.why}›</span>
    case 'object':
      return (
        <span className="value value-object">
          <ObjectTitle value={value} labels={labels} /> <InlineContents value={value} labels={labels} depth={depth} />
        </span>
      )
  }
}

export type ObjectPreview = Extract<Preview, { kind: 'object' }>

interface ObjectProps {
  readonly value: ObjectPreview
  readonly labels: ClassLabels
}

/** The class of an object; nothing where brackets say it. */
export function ObjectTitle({ value: { of, name, class: id }, labels }: ObjectProps) {
  if (of === 'plain' || (of === 'array' && name === 'Array')) return null
  return <InkedName name={name} ordinal={id === null ? null : labels.ordinalOf(id)} />
}

/** A date or a pattern, which has nothing inside to unfold. */
export function onlyText({ of, entries: [first] }: ObjectPreview): string | null {
  if ((of !== 'date' && of !== 'regexp') || first?.value.kind !== 'primitive') return null
  return first.value.text
}

const INLINE_ENTRIES = 4

export function InlineContents({ value, labels, depth }: ObjectProps & { readonly depth: number }) {
  const { of, entries, omitted } = value
  const own = onlyText(value)
  if (own !== null) return own
  const isList = of === 'array' || of === 'set'
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (entries.length === 0 || depth === 0) {
    const isEmpty = entries.length === 0 && omitted === 0 && of !== 'deep'
    return of === 'promise' && isEmpty ? null : `${open}${isEmpty ? '' : '…'}${close}`
  }
  const shown = entries.slice(0, INLINE_ENTRIES)
  const space = isList ? '' : ' '
  return (
    <span className="value-inline">
      {open}
      {space}
      {shown.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a preview never changes, and keys of a Map may repeat.
        <span key={index}>
          {index > 0 && ', '}
          {isList || `${entry.key}: `}
          <InlineEntry entry={entry} labels={labels} depth={depth - 1} />
        </span>
      ))}
      {(entries.length > shown.length || omitted > 0) && ', …'}
      {space}
      {close}
    </span>
  )
}

interface InlineEntryProps {
  readonly entry: PreviewEntry
  readonly labels: ClassLabels
  readonly depth: number
}

function InlineEntry({ entry: { value }, labels, depth }: InlineEntryProps) {
  return <InlineValue value={value} labels={labels} depth={depth} />
}

function primitiveWords({ type, text }: Extract<Preview, { kind: 'primitive' }>, bareText: boolean): string {
  if (type !== 'string' || bareText) return text
  return JSON.stringify(text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text)
}
