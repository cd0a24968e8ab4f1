/** Finds where in a bundle a class is defined, by the source map. */
import type { Span } from '../events.ts'

/** A decoded source map: for each line of the bundle `[column, source, line, column]`, all from 0. */
export interface BundleMapping {
  readonly sources: readonly (string | null)[]
  readonly mappings: readonly (readonly (readonly number[])[])[]
}

/** Lines of the bundle, from 1. */
export interface LineRange {
  readonly firstLine: number
  readonly lastLine: number
}

/** A place of one module's source, and the line of the bundle that came from it. */
interface MappedPlace {
  readonly line: number
  readonly column: number
  readonly bundleLine: number
}

/**
 * @param lines of the bundle
 * @returns for each span the lines that came from it, in the same order; null where the map knows none
 */
export function findDefinitions(
  lines: readonly string[],
  mapping: BundleMapping,
  spans: readonly Span[],
): readonly (LineRange | null)[] {
  const places = placesOf(mapping, new Set(spans.map(({ module }) => module)))
  return spans.map((span) => {
    const within = placesWithin(places.get(span.module) ?? [], span)
    const bundleLines = within.map(({ bundleLine }) => bundleLine)
    if (bundleLines.length === 0) return null
    const first = bundleLines.reduce((one, other) => Math.min(one, other))
    const last = bundleLines.reduce((one, other) => Math.max(one, other))
    return { firstLine: first + 1, lastLine: closingLine(lines, mapping.mappings, { first, last }) + 1 }
  })
}

function placesOf({ sources, mappings }: BundleMapping, wanted: ReadonlySet<string>): Map<string, MappedPlace[]> {
  const places = new Map<string, MappedPlace[]>()
  for (const [bundleLine, segments] of mappings.entries()) {
    for (const [, source, line, column] of segments) {
      if (source === undefined || line === undefined || column === undefined) continue
      const key = sources[source]
      if (key === null || key === undefined || !wanted.has(key)) continue
      const known = places.get(key) ?? []
      known.push({ line: line + 1, column: column + 1, bundleLine })
      places.set(key, known)
    }
  }
  for (const known of places.values()) known.sort(inOrder)
  return places
}

function inOrder(one: Omit<MappedPlace, 'bundleLine'>, other: Omit<MappedPlace, 'bundleLine'>): number {
  return one.line - other.line || one.column - other.column
}

/** @param places in order */
function placesWithin(places: readonly MappedPlace[], span: Span): readonly MappedPlace[] {
  const start = firstFrom(places, span)
  return places.slice(start, firstFrom(places, { line: span.endLine, column: span.endColumn }))
}

function firstFrom(places: readonly MappedPlace[], place: { readonly line: number; readonly column: number }): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const met = places[middle]
    if (met !== undefined && inOrder(met, place) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * esbuild maps no closing brace of a class; it prints it as far in as the line on which the class begins. What lies less
 * far in before it is the text of a template.
 */
function closingLine(
  lines: readonly string[],
  mappings: BundleMapping['mappings'],
  { first, last }: { readonly first: number; readonly last: number },
): number {
  const indent = indentOf(lines[first] ?? '')
  for (let index = Math.max(last, first + 1); index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (indentOf(line) === indent && line.trimStart().startsWith('}')) return index
    const isBeyond = index > last && (mappings[index]?.length ?? 0) > 0
    if (isBeyond) return last
  }
  return last
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
