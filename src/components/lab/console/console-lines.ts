/** Puts a console into lines of plain text: to copy, to search, and for the terminal. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { ConsoleTable } from '../../../trace/events.ts'
import type { ConsoleRow } from '../../../trace/model/console.ts'
import { levelOf } from '../../../trace/model/console-filter.ts'
import { bareText, type Naming, valuesText } from '../../../trace/model/preview-text.ts'
import type { ErrorReport, Frame, Preview } from '../../../trace/preview.ts'
import { blockedWords, hasValues, levelWord, noteWords, tableRest, truncatedWords } from './console-words.ts'
import { drawTable } from './table-text.ts'

const INDENT = '  '

/** Groups are indented, repeats are counted. */
export function consoleLines(rows: readonly ConsoleRow[], naming: Naming, strings: LabStrings): readonly string[] {
  return rows.flatMap((row) => rowLines(row, naming, strings).map((line) => INDENT.repeat(row.depth) + line))
}

/** All that one row says. */
export function rowLines(row: ConsoleRow, naming: Naming, strings: LabStrings): readonly string[] {
  const lines = eventLines(row.event, naming, strings)
  if (row.count === 1) return lines
  const [first = '', ...rest] = lines
  return [`${first} (${fill(strings.consoleTimes, { count: row.count })})`, ...rest]
}

function eventLines(event: ConsoleRow['event'], naming: Naming, strings: LabStrings): readonly string[] {
  const words = { naming, strings }
  const level = levelWord(levelOf(event), strings)
  const said = (text: string) => split(level === '' ? text : fill(strings.consoleSaid, { level, text }))
  switch (event.kind) {
    case 'console':
      return [...said(valuesText(event.values, naming)), ...stacksOf(event.values, words)]
    case 'console-traced': {
      const text = valuesText(event.values, naming)
      const head = text === '' ? strings.consoleTrace : fill(strings.consoleSaid, { level: strings.consoleTrace, text })
      return [...split(head), ...event.frames.map(frameLine)]
    }
    case 'console-table':
      return tableLines(event, words)
    case 'console-group':
      return split(valuesText(event.values, naming) || strings.consoleGroup)
    case 'console-cleared':
      return [strings.consoleClearedHere]
    case 'console-note':
      return said(noteWords(event, strings))
    case 'warned':
      return said(`${event.category}: ${event.message}`)
    case 'logged':
      return said(`${event.logger}: ${event.message}`)
    case 'uncaught':
      return errorLines(event.error, strings.uncaught, words)
    case 'blocked':
      return said(`${strings.blockedLabel} ${blockedWords(event, strings)}`)
    case 'truncated':
      return [truncatedWords(event, strings)]
  }
}

interface Words {
  readonly naming: Naming
  readonly strings: LabStrings
}

function split(text: string): readonly string[] {
  return text.split('\n')
}

function stacksOf(values: readonly Preview[], { strings }: Words): readonly string[] {
  return values.flatMap((value) => (value.kind === 'error' ? stackLines(value.error, strings) : []))
}

function stackLines({ frames, cause }: ErrorReport, strings: LabStrings): readonly string[] {
  const below = cause === null ? [] : errorLines(cause, strings.causedBy, { naming: (_id, name) => name, strings })
  return [...frames.map(frameLine), ...below.map((line) => INDENT + line)]
}

function errorLines(error: ErrorReport, prefix: string, { strings }: Words): readonly string[] {
  const text = error.message === '' ? error.name : `${error.name}: ${error.message}`
  return [...split(`${prefix} ${text}`), ...stackLines(error, strings)]
}

function frameLine({ function: name, file, line, column }: Frame): string {
  const place = `${file}:${line}:${column}`
  return `    at ${name === null ? place : `${name} (${place})`}`
}

function tableLines(table: ConsoleTable, { naming, strings }: Words): readonly string[] {
  const isWider = hasValues(table)
  const cell = (value: Preview | null) => (value === null ? '' : bareText(value, naming))
  const head = [strings.consoleTableKey, ...table.columns, ...(isWider ? [strings.consoleTableValue] : [])]
  const rows = table.rows.map(({ key, cells, value }) => [
    key,
    ...table.columns.map((_, column) => cell(cells[column] ?? null)),
    ...(isWider ? [cell(value)] : []),
  ])
  return [...drawTable([head, ...rows]), ...tableRest(table, strings)]
}
