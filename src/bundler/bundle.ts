/** Bundles a project with esbuild: one request in, one result out, one build at a time. */
import type { BuildContext, Message, TransformOptions } from 'esbuild-wasm'
import { buildSettings } from './build-settings.ts'
import { readBundle } from './bundle-output.ts'
import { type BundleRequest, type BundleResult, type Diagnostic, PROJECT_ROOT } from './bundle-types.ts'
import { misplaced, toDiagnostics } from './diagnostics.ts'
import { createDisk, isTreeError } from './disk.ts'
import type { Drive } from './disk-fs.ts'
import { instrumentPlugin, type LoadedScript, PLUGIN_NAME } from './instrument-plugin.ts'
import type { Instrument } from './instrument-types.ts'
import { keepImports } from './kept-imports.ts'
import { createPrepareScript } from './prepare-script.ts'

export interface BundleCore {
  readonly bundle: (request: BundleRequest) => Promise<BundleResult>
  readonly dispose: () => Promise<void>
}

type Settings = ReturnType<typeof buildSettings> & { readonly plugins: [ReturnType<typeof instrumentPlugin>] }

/** The part of esbuild that is used here, native or WebAssembly. */
export interface Esbuild {
  readonly context: (settings: Settings) => Promise<Pick<BuildContext<Settings>, 'rebuild' | 'dispose'>>
  readonly transform: (text: string, options: TransformOptions) => Promise<unknown>
}

/** Enough for the lab in front of the reader and its variants; each holds the parsed files of a project. */
const MAX_CONTEXTS = 4

/** @param drive where `esbuild` reads its files from */
export function createBundleCore(esbuild: Esbuild, instrument: Instrument, drive: Drive): BundleCore {
  const contexts = new Map<string, Promise<Awaited<ReturnType<Esbuild['context']>>>>()
  const prepare = createPrepareScript(instrument)
  let scripts = new Map<string, LoadedScript>()
  let previous: Promise<unknown> = Promise.resolve()

  const openContext = (settings: ReturnType<typeof buildSettings>) =>
    esbuild.context({
      ...settings,
      plugins: [
        instrumentPlugin({
          root: PROJECT_ROOT,
          prepare,
          files: { readFile: (path) => drive.disk().readFile(path), realpath: (path) => drive.disk().realpath(path) },
          transform: esbuild.transform,
          onLoaded: (key, script) => scripts.set(key, script),
        }),
      ],
    })

  const contextFor = async (settings: ReturnType<typeof buildSettings>) => {
    const id = JSON.stringify(settings)
    const context = contexts.get(id) ?? openContext(settings)
    // Put back at the end: the first of the map is the one that was not asked for the longest.
    contexts.delete(id)
    contexts.set(id, context)
    context.catch(() => contexts.delete(id))
    for (const [oldest, unused] of contexts) {
      if (contexts.size <= MAX_CONTEXTS) break
      contexts.delete(oldest)
      await (await unused).dispose()
    }
    return context
  }

  const build = async ({ disk, entry, options }: BundleRequest): Promise<BundleResult> => {
    const { tree, tsconfigRaw } = keepImports(disk)
    scripts = new Map()
    const toOwn = (messages: readonly Message[], severity: Diagnostic['severity']) =>
      toDiagnostics(messages, severity, (key) => scripts.get(key))
    try {
      drive.mount(createDisk(tree))
      const context = await contextFor(buildSettings({ root: PROJECT_ROOT, entry, options, tsconfigRaw }))
      const result = await context.rebuild()
      return readBundle(result, { disk: drive.disk(), scripts, warnings: toOwn(result.warnings, 'warning') })
    } catch (error) {
      if (isTreeError(error)) return { kind: 'rejected', diagnostics: [misplaced(error)] }
      if (!isFailure(error)) throw error
      throwOwn(error.errors)
      return { kind: 'rejected', diagnostics: [...toOwn(error.errors, 'error'), ...toOwn(error.warnings, 'warning')] }
    }
  }

  return {
    bundle: (request) => {
      const result = previous.then(() => build(request))
      // Whoever asked for it hears of a failure; the next in line only waits.
      previous = result.catch(() => undefined)
      return result
    },
    dispose: async () => {
      await previous
      await Promise.all([...contexts.values()].map(async (context) => (await context).dispose()))
      contexts.clear()
    },
  }
}

interface Failure {
  readonly errors: readonly Message[]
  readonly warnings: readonly Message[]
}

function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors)
}

/** An error that our own plugin threw is no mistake of the reader's, so it must not look like one. */
function throwOwn(errors: readonly Message[]): void {
  for (const { pluginName, detail } of errors) {
    if (pluginName === PLUGIN_NAME && detail instanceof Error) throw detail
  }
}
