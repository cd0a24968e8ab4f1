/** Turns esbuild's messages into diagnostics that point into the text which the reader wrote. */
import { TraceMap, traceSegment } from '@jridgewell/trace-mapping'
import type { Location, Message } from 'esbuild-wasm'
import { ENTRY_KEY } from './build-settings.ts'
import { type Diagnostic, PROJECT_ROOT } from './bundle-types.ts'
import type { TreeError } from './disk.ts'
import { type LoadedScript, PLUGIN_NAME } from './instrument-plugin.ts'
import { originalConfigName } from './kept-imports.ts'

/** Finds the script that a message is about, by module key. */
type Scripts = (key: string) => LoadedScript | undefined

export function toDiagnostics(
  messages: readonly Message[],
  severity: Diagnostic['severity'],
  scripts: Scripts,
): readonly Diagnostic[] {
  return messages.map((message) => {
    const locate = (location: Location) => placeIn(location, scripts(location.file))
    return {
      severity,
      text: message.text,
      notes: [...advice(message).map((note) => noteText(note, locate)), ...suggestionOf(message)],
      at: message.location === null ? null : locate(message.location),
    }
  })
}

/** Two things that cannot be in one place, told with paths as the reader knows them. */
export function misplaced({ message }: TreeError): Diagnostic {
  const text = message.replace(/^Disk: /, '').replaceAll(`${PROJECT_ROOT}/`, '')
  return { severity: 'error', text, notes: [], at: null }
}

/** All notes but the one which says that a plugin of ours was at work, and the one about settings that no lab lets its reader change. */
function advice({ notes }: Message): Message['notes'] {
  return notes.filter(
    ({ text }) =>
      !text.startsWith(`The plugin "${PLUGIN_NAME}" was triggered`) && !text.startsWith('You can mark the path'),
  )
}

function noteText(
  { text, location }: Message['notes'][number],
  locate: (location: Location) => Diagnostic['at'],
): string {
  const at = location === null ? null : locate(location)
  return at === null ? text : `${text} (${at.file}:${at.line}:${at.column})`
}

/** A text to put in the place of the marked one, where no note says it already. */
function suggestionOf({ location, notes }: Message): readonly string[] {
  const suggestion = location?.suggestion ?? ''
  if (suggestion === '' || notes.some(({ text }) => text.includes(suggestion))) return []
  return [`Write ${suggestion} instead.`]
}

function placeIn(
  { file, line, column, length, lineText }: Location,
  script: LoadedScript | undefined,
): Diagnostic['at'] {
  // The entry that only imports the reader's is nothing that the reader could look at.
  if (file === ENTRY_KEY) return null
  const start = utf16Length(lineText, column)
  const end = utf16Length(lineText, column + length)
  const place = { file: originalConfigName(file), line, column: start + 1, length: end - start }
  if (script === undefined || script.map === null) return place

  const map = new TraceMap(script.map)
  const from = originalOf(map, script.original, { line, column: start })
  const to = originalOf(map, script.original, { line, column: end })
  if (from === null) return { ...place, column: 1, length: 0 }
  // Whatever was inserted within the range is not part of its length in the original.
  const mapped =
    to !== null && to.line === from.line && to.column >= from.column ? to.column - from.column : end - start
  return { file, line: from.line, column: from.column + 1, length: mapped }
}

/** Lines from 1, columns in UTF-16 units from 0. */
interface Point {
  readonly line: number
  readonly column: number
}

function originalOf(map: TraceMap, original: string, { line, column }: Point): Point | null {
  const segment = traceSegment(map, line - 1, column)
  if (segment === null || segment.length === 1) return null
  const [generated, , originalLine, originalColumn] = segment
  const lineText = original.split('\n')[originalLine] ?? ''
  return { line: originalLine + 1, column: Math.min(originalColumn + column - generated, lineText.length) }
}

/** UTF-16 units of the first `bytes` bytes of a text's UTF-8 form. */
function utf16Length(text: string, bytes: number): number {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text).subarray(0, bytes)).length
}
