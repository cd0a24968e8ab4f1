/** Reads what a hidden program reports: objects that it asks `instanceof` of, in a file that the reader's cannot be. */
import type { InstanceofChecked, TraceEvent } from '../trace/events.ts'
import { previewText } from '../trace/model/preview-text.ts'
import type { Preview } from '../trace/preview.ts'

/** The fields of one report, as text. */
export type Report = Readonly<Partial<Record<string, string>>>

/**
 * A line in the console could come from any file of the program, so a goal cannot trust it. The place of a check it can.
 *
 * @param kind the name of the report's class
 * @param file the file of the hidden program that makes the checks
 */
export function reportsOf(events: readonly TraceEvent[], kind: string, file = 'main.ts'): readonly Report[] {
  return checksOf(events).flatMap(({ span, value }) => {
    const isReport = span.module === file && value.kind === 'object' && value.name === kind
    return isReport ? [Object.fromEntries(value.entries.map((entry) => [entry.key, plainText(entry.value)]))] : []
  })
}

export function checksOf(events: readonly TraceEvent[]): readonly InstanceofChecked[] {
  return events.filter((event) => event.kind === 'instanceof-checked')
}

function plainText(value: Preview): string {
  return value.kind === 'primitive' ? value.text : previewText(value)
}
