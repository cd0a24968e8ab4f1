/** A previewed value on one line, with nothing in it to press. */

import { shorten } from '../../trace/model/preview-text.ts'
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
      return <PrimitiveValue value={value} bareText={bareText} longest={LONGEST_TEXT} />
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
          <ObjectTitle value={value} labels={labels} />
          <InlineContents value={value} labels={labels} depth={depth} />
        </span>
      )
  }
}

export type ObjectPreview = Extract<Preview, { kind: 'object' }>

interface ObjectProps {
  readonly value: ObjectPreview
  readonly labels: ClassLabels
}

/** The class of an object, with a space behind it; nothing where its contents say it. */
export function ObjectTitle({ value, labels }: ObjectProps) {
  if (isNamedByContents(value)) return null
  const { name, class: id } = value
  return (
    <>
      <InkedName name={name} ordinal={id === null ? null : labels.ordinalOf(id)} />{' '}
    </>
  )
}

/** Whether its brackets, or its one text, tell what an object is. */
export function isNamedByContents(value: ObjectPreview): boolean {
  return value.of === 'plain' || (value.of === 'array' && value.name === 'Array') || onlyText(value) !== null
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

type Primitive = Extract<Preview, { kind: 'primitive' }>

interface PrimitiveValueProps {
  readonly value: Primitive
  readonly bareText: boolean
  /** Where a quoted text is cut. */
  readonly longest?: number
}

/** A text that is printed bare is words, in the colour of words. */
export function PrimitiveValue({ value: { type, text }, bareText, longest = text.length }: PrimitiveValueProps) {
  if (type !== 'string') return <span className={`value value-${type}`}>{text}</span>
  if (bareText) return <span className="value">{text}</span>
  return <span className="value value-string">{JSON.stringify(shorten(text, longest))}</span>
}
