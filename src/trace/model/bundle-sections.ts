/** Takes a bundle apart again: which of its lines came from which module. */

/** A stretch of the bundle's lines. */
export interface BundleSection {
  /** The module that the lines came from; null for what esbuild added itself. */
  readonly key: string | null
  /** Its first line and its last, from 1. A module's first line is the comment that names it. */
  readonly firstLine: number
  readonly lastLine: number
  /** How much of the bundle it is, as esbuild counts: without the comment. */
  readonly bytes: number
}

/** What is needed of a module that the bundler listed. */
export interface SizedModule {
  readonly key: string
  readonly bytesInOutput: number
}

/**
 * esbuild puts a comment with the module's key before the code of each, and says how many bytes the code has. Both must
 * agree, so that a line of the program that looks like such a comment divides nothing.
 *
 * @param lines of the bundle, without their ends
 */
export function sectionBundle(lines: readonly string[], modules: readonly SizedModule[]): readonly BundleSection[] {
  const sizes = new Map(modules.map(({ key, bytesInOutput }) => [key, bytesInOutput]))
  const sections: BundleSection[] = []
  let rest = 0
  for (let index = 0; index < lines.length; index += 1) {
    const key = lines[index]?.startsWith('// ') === true ? (lines[index]?.slice('// '.length) ?? '') : ''
    const end = sizes.has(key) ? endOf(lines, index + 1, sizes.get(key) ?? 0) : null
    if (end === null) continue
    sections.push(...outside(lines, rest, index))
    sections.push({ key, firstLine: index + 1, lastLine: end, bytes: sizes.get(key) ?? 0 })
    // A module has one place in a bundle.
    sizes.delete(key)
    rest = end
    index = end - 1
  }
  return [...sections, ...outside(lines, rest, lines.length)]
}

/** The index behind the line with which a number of bytes is full; null where no line ends there. */
function endOf(lines: readonly string[], start: number, bytes: number): number | null {
  let index = start
  let left = bytes
  for (; left > 0 && index < lines.length; index += 1) left -= bytesOf(lines[index] ?? '') + 1
  return left === 0 ? index : null
}

/** @returns a section of the lines that belong to no module, unless they are empty */
function outside(lines: readonly string[], start: number, end: number): readonly BundleSection[] {
  let [first, last] = [start, end - 1]
  while (first <= last && lines[first] === '') first += 1
  while (last >= first && lines[last] === '') last -= 1
  if (first > last) return []
  const bytes = lines.slice(first, last + 1).reduce((sum, line) => sum + bytesOf(line) + 1, 0)
  return [{ key: null, firstLine: first + 1, lastLine: last + 1, bytes }]
}

/** In UTF-8. */
function bytesOf(line: string): number {
  let bytes = line.length
  for (let index = 0; index < line.length; index += 1) {
    const unit = line.charCodeAt(index)
    if (unit < 0x80) continue
    // The two halves of a pair have four bytes together.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2
  }
  return bytes
}
