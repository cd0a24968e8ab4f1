/** Puts the console of a trace into lines of plain text, for the terminal. */
import { createClassLabels } from '../src/components/lab/class-labels.ts'
import { consoleLines } from '../src/components/lab/console/console-lines.ts'
import { en } from '../src/i18n/lab/en.ts'
import type { TraceEvent } from '../src/trace/events.ts'
import { foldClasses } from '../src/trace/model/classes.ts'
import { foldConsole } from '../src/trace/model/console.ts'

/** The same words as on the page, the classes by their numbers. What was cleared is there too. */
export function formatConsole(events: readonly TraceEvent[]): readonly string[] {
  return consoleLines(foldConsole(events), createClassLabels(foldClasses(events)).of, en)
}
