/** Reads the frames of a stack text, V8's or Firefox's, and maps them back to the source files. */
import { originalPositionFor, type SourceMapInput, TraceMap } from '@jridgewell/trace-mapping'
import { parseStack, type StackFrameLite } from 'error-stack-parser-es/lite'
import { PROBES_NAME } from '../../bundler/probes.ts'
import type { Frame } from '../../trace/preview.ts'
import { cutText, parseJson } from './intrinsics.ts'

export interface FrameOptions {
  /** How many lines stand before the first line of the program in the script that ran. */
  readonly lineOffset: number
  /** The program's script as stacks name it; by default any that is neither this one, nor beside it, nor the platform's. */
  readonly script?: string
}

const MAX_FRAMES = 50
const MAX_FUNCTION_NAME = 200
/** A program may give an error a stack of any length. */
const MAX_STACK = 200_000

/** The frames of the program itself, the innermost first; those of probes, of the runner and of esbuild's helpers are left out. */
export function createFrameReader(
  map: string,
  { lineOffset, script }: FrameOptions,
): (stack: string) => readonly Frame[] {
  const isProgram = script === undefined ? isForeign() : (file: string) => file === script
  let parsedMap: TraceMap | null = null

  return (stack) => {
    const raw = parseStack(cutText(stack, MAX_STACK))
    if (raw.length === 0) return []
    parsedMap ??= parseMap(map)
    const traceMap = parsedMap
    return raw.flatMap((frame) => toFrame(frame, traceMap) ?? []).slice(0, MAX_FRAMES)
  }

  function toFrame(frame: StackFrameLite, traceMap: TraceMap): Frame | null {
    const { line, col } = frame
    const file = frame.file?.replace(/^async /, '')
    if (file === undefined || line === undefined || col === undefined || !isProgram(file)) return null
    if (line <= lineOffset || col < 1) return null
    const origin = originalPositionFor(traceMap, { line: line - lineOffset, column: col - 1 })
    if (origin.source === null) return null
    return { function: functionName(frame), file: origin.source, line: origin.line, column: origin.column + 1 }
  }
}

/** A map that cannot be read leaves errors without frames; it must not hide the error itself. */
function parseMap(map: string): TraceMap {
  try {
    return new TraceMap(parseJson(map) as SourceMapInput)
  } catch {
    return new TraceMap({ version: 3, names: [], sources: [], mappings: '' })
  }
}

/** The functions that the runner and esbuild put around the program have no name that the reader gave them. */
function functionName({ function: name }: StackFrameLite): string | null {
  // Firefox marks what an asynchronous frame waited for: `async*step`, `promise callback*step`.
  const bare = name
    ?.replace(/^async /, '')
    .replace(/^.*\*/, '')
    .replace(/^Object\.<anonymous>$/, '')
  if (bare === undefined || bare === '' || bare === 'eval' || bare === '<anonymous>') return null
  return bare.includes(PROBES_NAME) ? null : cutText(bare, MAX_FUNCTION_NAME)
}

function isForeign(): (file: string) => boolean {
  const own = parseStack(new Error('here').stack ?? '')[0]?.file ?? ''
  // As one script of a blob it stands alone; as a source file it has its neighbours.
  const folder = own.startsWith('blob:') ? own : own.replace(/[^/]*$/, '')
  return (file) => !file.startsWith('node:') && (folder === '' || !file.startsWith(folder))
}
