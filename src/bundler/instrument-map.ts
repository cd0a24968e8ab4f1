/** Makes the source map of an instrumented module, in which an inserted call lies where the operator lay that it replaces. */

import type MagicString from 'magic-string'
import type { SourceMapSegment } from 'magic-string'
import { SourceMap } from 'magic-string'
import { lastAtOrBefore } from './instrument-places.ts'

/** A call that was put in front of an expression: where the expression starts, and what the call stands for. */
export interface InsertedCall {
  /** Offset in the original text that the call was put in front of. */
  readonly before: number
  /** Offset of the operator, to which an error thrown by the call belongs. */
  readonly operator: number
}

export interface CallShape {
  /** Length of the inserted text. */
  readonly length: number
  /** Where in it the callee's name starts: an engine reports a call at that place. */
  readonly nameAt: number
}

/** @param calls those in front of the same expression come outermost first */
export function mapWithCalls(
  edits: MagicString,
  options: { readonly key: string; readonly calls: readonly InsertedCall[]; readonly shape: CallShape },
): string {
  const { key, calls, shape } = options
  // Boundaries of words are enough: every token that a position can point to starts at one.
  const map = edits.generateDecodedMap({ source: key, includeContent: true, hires: 'boundary' })
  const waiting = Map.groupBy(calls, ({ before }) => before)
  const lineStarts = lineStartsOf(edits.original)
  const mappings = map.mappings.map((line) =>
    waiting.size === 0 ? line : line.flatMap((segment) => withCallsBefore(segment, { waiting, lineStarts, shape })),
  )
  return new SourceMap({ ...map, mappings }).toString()
}

interface Insertion {
  readonly waiting: Map<number, readonly InsertedCall[]>
  readonly lineStarts: readonly number[]
  readonly shape: CallShape
}

/** The first segment of an expression has its calls directly in front of it, on the same line. */
function withCallsBefore(segment: SourceMapSegment, { waiting, lineStarts, shape }: Insertion): SourceMapSegment[] {
  const [column, source, line, originalColumn] = segment
  if (source === undefined || line === undefined || originalColumn === undefined) return [segment]
  const offset = (lineStarts[line] ?? 0) + originalColumn
  const calls = waiting.get(offset)
  if (calls === undefined) return [segment]
  waiting.delete(offset)
  const start = column - calls.length * shape.length
  const names = calls.map(({ operator }, index): SourceMapSegment => {
    const [operatorLine, operatorColumn] = placeOf(operator, lineStarts)
    return [start + index * shape.length + shape.nameAt, source, operatorLine, operatorColumn]
  })
  return [[start, source, line, originalColumn], ...names, segment]
}

/** As magic-string counts lines. */
function lineStartsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]
}

function placeOf(offset: number, lineStarts: readonly number[]): readonly [line: number, column: number] {
  const line = lastAtOrBefore(lineStarts, offset)
  return [line, offset - (lineStarts[line] ?? 0)]
}
