/** Puts previewed values on one line of plain text: for sentences and comparisons, not for looking into. */
import type { ClassId } from '../events.ts'
import type { Preview, PreviewEntry } from '../preview.ts'
import type { ConsoleRow } from './console.ts'

const LONGEST = 120
/** Deeper than a value is previewed. */
const ALL = 20

/** How a class is named. */
export type Naming = (id: ClassId, name: string) => string

const asItIs: Naming = (_id, name) => name

/** One line of the console as text, whole. */
export function consoleText(event: ConsoleRow['event'], naming: Naming = asItIs): string {
  switch (event.kind) {
    case 'console':
    case 'console-traced':
    case 'console-group':
      return valuesText(event.values, naming)
    case 'console-table':
      return event.rows
        .map(({ key, cells, value }) =>
          [key, ...[...cells, value].map((cell) => (cell === null ? '' : bareText(cell, naming)))].join(' '),
        )
        .join('; ')
    case 'console-note': {
      const { label, note } = event
      return note.kind === 'counted' ? `${label}: ${note.count}` : label
    }
    case 'console-cleared':
      return ''
    case 'warned':
      return `${event.category}: ${event.message}`
    case 'logged':
      return `${event.logger}: ${event.message}`
    case 'uncaught':
      return `${event.error.name}: ${event.error.message}`
    case 'blocked':
      return event.target
    case 'truncated':
      return '…'
  }
}

export function shorten(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** A value as it would be written, its contents one level deep. */
export function previewText(value: Preview, naming: Naming = asItIs): string {
  return shorten(textOf(value, 1, naming))
}

/** The values of a console line: texts as they are, all else as it would be written. */
export function valuesText(values: readonly Preview[], naming: Naming = asItIs): string {
  return values.map((value) => bareText(value, naming)).join(' ')
}

export function bareText(value: Preview, naming: Naming = asItIs): string {
  return value.kind === 'primitive' ? value.text : textOf(value, ALL, naming)
}

function textOf(value: Preview, depth: number, naming: Naming): string {
  switch (value.kind) {
    case 'primitive':
      return value.type === 'string' ? JSON.stringify(value.text) : value.text
    case 'function':
      return `ƒ ${value.name}`
    case 'class':
      return `class ${naming(value.class, value.name)}`
    case 'error':
      return errorText(value.error)
    case 'seen':
      return value.name
    case 'unreadable':
      return `‹${value.why}›`
    case 'object':
      return objectText(value, depth, naming)
  }
}

type ObjectPreview = Extract<Preview, { kind: 'object' }>

function errorText({ name, message }: { readonly name: string; readonly message: string }): string {
  return `${name}: ${message}`
}

function objectText(value: ObjectPreview, depth: number, naming: Naming): string {
  const [first] = value.entries
  // A date and a pattern are their one entry.
  if ((value.of === 'date' || value.of === 'regexp') && first !== undefined) return bareText(first.value, naming)
  return [titleOf(value, naming), contents(value, depth, naming)].filter(Boolean).join(' ')
}

/** What an object is called before its contents; empty where its brackets say it. */
function titleOf({ of, name, class: id }: ObjectPreview, naming: Naming): string {
  if (of === 'plain' || (of === 'array' && name === 'Array')) return ''
  return id === null ? name : naming(id, name)
}

function contents({ of, entries, omitted }: ObjectPreview, depth: number, naming: Naming): string {
  const isList = of === 'array' || of === 'set'
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }']
  if (entries.length === 0) {
    if (omitted > 0 || of === 'deep') return isList ? '[…]' : '{…}'
    if (of === 'instance' || of === 'plain' || of === 'map') return '{}'
    return isList ? '[]' : ''
  }
  if (depth === 0) return isList ? '[…]' : '{…}'
  const part = ({ key, value }: PreviewEntry) => (isList ? '' : `${key}: `) + textOf(value, depth - 1, naming)
  const parts = entries.map(part)
  if (omitted > 0) parts.push('…')
  return `${open}${parts.join(', ')}${close}`
}
