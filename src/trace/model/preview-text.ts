/** Puts previewed values on one line of plain text: for sentences and comparisons, not for looking into. */
import type { Preview, PreviewEntry } from '../preview.ts'
import type { ConsoleEntry } from './console.ts'

const LONGEST = 120
/** Deeper than a value is previewed. */
const ALL = 20

/** One line of the console as text, whole. */
export function consoleText(event: ConsoleEntry['event']): string {
  switch (event.kind) {
    case 'console':
      return event.values.map(bareText).join(' ')
    case 'warned':
      return `${event.category}: ${event.message}`
    case 'logged':
      return `${event.logger}: ${event.message}`
    case 'uncaught':
      return `${event.error.name}: ${event.error.message}`
    case 'truncated':
      return '…'
  }
}

export function shorten(text: string, longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** A value as it would be written, its contents one level deep. */
export function previewText(value: Preview): string {
  return shorten(textOf(value, 1))
}

function bareText(value: Preview): string {
  return value.kind === 'primitive' ? value.text : textOf(value, ALL)
}

function textOf(value: Preview, depth: number): string {
  switch (value.kind) {
    case 'primitive':
      return value.type === 'string' ? JSON.stringify(value.text) : value.text
    case 'function':
      return `ƒ ${value.name}`
    case 'class':
      return `class ${value.name}`
    case 'error':
      return `${value.error.name}: ${value.error.message}`
    case 'seen':
      return value.name
    case 'unreadable':
      return `‹${value.why}›`
    case 'object':
      return objectText(value, depth)
  }
}

function objectText(value: Extract<Preview, { kind: 'object' }>, depth: number): string {
  const isList = value.of === 'array' || value.of === 'set'
  const title = value.of === 'plain' || value.name === 'Array' ? '' : value.name
  const inside = contents(value, depth, isList)
  return [title, inside].filter(Boolean).join(' ')
}

function contents(
  { of, entries, omitted }: Extract<Preview, { kind: 'object' }>,
  depth: number,
  isList: boolean,
): string {
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }']
  if (entries.length === 0) {
    if (of === 'instance' || of === 'plain') return '{}'
    return isList ? '[]' : ''
  }
  if (depth === 0) return isList ? '[…]' : '{…}'
  const part = ({ key, value }: PreviewEntry) => (isList ? '' : `${key}: `) + textOf(value, depth - 1)
  const parts = entries.map(part)
  if (omitted > 0) parts.push('…')
  return `${open}${parts.join(', ')}${close}`
}
