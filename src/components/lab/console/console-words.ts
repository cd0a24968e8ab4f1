/** What the console says in the reader's language: its own notes, and what a limit left out. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { Blocked, ConsoleLevel, ConsoleNote, ConsoleTable, Truncated } from '../../../trace/events.ts'
import { valuesText } from '../../../trace/model/preview-text.ts'

export function noteWords({ label, note }: ConsoleNote, strings: LabStrings): string {
  switch (note.kind) {
    case 'counted':
      return fill(strings.consoleCounted, { label, count: note.count })
    case 'no-counter':
      return fill(strings.consoleNoCounter, { label })
    case 'timed':
      return [fill(strings.consoleTimed, { label, count: note.events }), valuesText(note.values)]
        .filter(Boolean)
        .join(' ')
    case 'no-timer':
      return fill(strings.consoleNoTimer, { label })
    case 'timer-runs-already':
      return fill(strings.consoleTimerRuns, { label })
  }
}

/** The word of a level; plain lines have none. */
export function levelWord(level: ConsoleLevel, strings: LabStrings): string {
  return level === 'log' ? '' : strings.consoleLevel[level]
}

export function blockedWords({ what, target }: Blocked, strings: LabStrings): string {
  return fill(strings.blocked[what], { target })
}

export function truncatedWords({ what, dropped }: Truncated, strings: LabStrings): string {
  return fill(what === 'console' ? strings.dropped : strings.droppedEvents, { count: dropped })
}

export function tableCaption(table: ConsoleTable, strings: LabStrings): string {
  const { rows, columns } = table
  return fill(strings.consoleTable, { rows: rows.length, columns: columns.length + (hasValues(table) ? 1 : 0) })
}

/** Whether some row is more than its cells. */
export function hasValues({ rows }: ConsoleTable): boolean {
  return rows.some(({ value }) => value !== null)
}

/** What a table had to leave out. */
export function tableRest({ omittedRows, omittedColumns }: ConsoleTable, strings: LabStrings): readonly string[] {
  return [
    ...(omittedRows > 0 ? [fill(strings.consoleMoreRows, { count: omittedRows })] : []),
    ...(omittedColumns > 0 ? [fill(strings.consoleMoreColumns, { count: omittedColumns })] : []),
  ]
}
