/** The esbuild plugin that hands every script of a project through the instrument step. It resolves nothing: that is esbuild's. */
import type { Message, PartialMessage, Plugin, TransformOptions } from 'esbuild-wasm'
import { TARGET } from './build-settings.ts'
import type { InstrumentResult } from './instrument-types.ts'
import { keyOf } from './module-key.ts'
import type { PrepareScript } from './prepare-script.ts'
import { PROBES_NAME } from './probes.ts'

/** A script as esbuild was given it. */
export interface LoadedScript {
  readonly original: string
  /** Maps what esbuild read to `original`; null where that is the original itself. */
  readonly map: string | null
}

export interface InstrumentPluginOptions {
  /** Absolute path of the project. */
  readonly root: string
  readonly prepare: PrepareScript
  readonly files: { readonly readFile: (path: string) => string; readonly realpath: (path: string) => string }
  readonly transform: (text: string, options: TransformOptions) => Promise<unknown>
  /** Told of every script of the build, by module key. */
  readonly onLoaded: (key: string, script: LoadedScript) => void
}

export const PLUGIN_NAME = 'instrument'

const SCRIPT = /\.(?:[jt]sx?|[cm][jt]s)$/

export function instrumentPlugin({ root, prepare, files, transform, onLoaded }: InstrumentPluginOptions): Plugin {
  return {
    name: PLUGIN_NAME,
    setup(build) {
      build.onLoad({ filter: SCRIPT, namespace: 'file' }, async ({ path, suffix }) => {
        const key = keyOf(root, path, suffix)
        const original = files.readFile(path)
        const loader = loaderOf(path)
        const script = prepare(original, { key, file: keyOf(root, files.realpath(path)) })
        if (script.kind === 'instrumented') {
          onLoaded(key, { original, map: script.map })
          return { contents: script.contents, loader }
        }
        onLoaded(key, { original, map: null })
        const errors = await judge(original, { key, loader, rejection: script, transform })
        if (errors.length > 0) return { errors }
        return { contents: original, loader, warnings: [uninstrumented(original, key, script)] }
      })
    },
  }
}

type Rejection = Extract<InstrumentResult, { kind: 'rejected' }>
type ScriptLoader = 'ts' | 'tsx' | 'js' | 'jsx'

interface JudgeOptions {
  readonly key: string
  readonly loader: ScriptLoader
  readonly rejection: Rejection
  readonly transform: InstrumentPluginOptions['transform']
}

/** What is wrong with a text that the instrument step could not read: esbuild's own word on the original, which is the better one. */
async function judge(original: string, { key, loader, rejection, transform }: JudgeOptions): Promise<PartialMessage[]> {
  try {
    await transform(original, { loader, sourcefile: key, target: TARGET, format: 'esm', logLevel: 'silent' })
  } catch (error) {
    if (!isFailure(error)) throw error
    return [...error.errors]
  }
  if (!rejection.text.includes(PROBES_NAME)) return []
  return [{ text: rejection.text, location: placeOf(original, key, rejection) }]
}

function uninstrumented(original: string, key: string, rejection: Rejection): PartialMessage {
  return {
    text: `This module runs, but what it does is not traced: its text could not be read (${rejection.text}).`,
    location: placeOf(original, key, rejection),
  }
}

/** In esbuild's terms: columns are bytes from 0. */
function placeOf(original: string, key: string, { line, column }: Rejection): NonNullable<PartialMessage['location']> {
  const lineText = original.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? ''
  const before = new TextEncoder().encode(lineText.slice(0, column - 1))
  const length = lineText.startsWith(PROBES_NAME, column - 1) ? PROBES_NAME.length : 0
  return { file: key, line, column: before.length, length, lineText }
}

function isFailure(error: unknown): error is { readonly errors: readonly Message[] } {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

function loaderOf(path: string): ScriptLoader {
  if (path.endsWith('.tsx')) return 'tsx'
  if (path.endsWith('.jsx')) return 'jsx'
  return path.endsWith('ts') ? 'ts' : 'js'
}
