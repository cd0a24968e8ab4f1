/** Reads what esbuild has built: the code, its map and its modules, or why the code could not run. */
import type { BuildResult, Metafile } from 'esbuild-wasm'
import { ENTRY_KEY } from './build-settings.ts'
import { type BundledModule, type BundleResult, type Diagnostic, PROJECT_ROOT, type Tracing } from './bundle-types.ts'
import type { Disk } from './disk.ts'
import type { LoadedScript } from './instrument-plugin.ts'
import { keyOf, withoutSuffix } from './module-key.ts'

interface BuildSurroundings {
  readonly disk: Disk
  readonly scripts: ReadonlyMap<string, LoadedScript>
  readonly warnings: readonly Diagnostic[]
}

export function readBundle(
  { outputFiles, metafile }: BuildResult<{ write: false; metafile: true }>,
  { disk, scripts, warnings }: BuildSurroundings,
): BundleResult {
  const output = outputOf(metafile)
  const outside = staticExternals(metafile, output)
  if (outside.length > 0) {
    const errors = outside.map(({ importer, specifier }) => notInBundle(specifier, importer, scripts.get(importer)))
    return { kind: 'rejected', diagnostics: [...errors, ...warnings] }
  }
  const modules = readModules(metafile, output, { disk, scripts })
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { kind: 'bundled', code: text('.js'), map: withKeys(text('.js.map'), modules), modules, warnings }
}

type Input = Metafile['inputs'][string]
type Output = Metafile['outputs'][string]

function outputOf({ outputs }: Metafile): Output {
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint === ENTRY_KEY)
  if (output === undefined)
    throw new Error('esbuild wrote no output for the entry. Look at the options in build-settings.ts.')
  if (output.exports.length > 0) throw new Error('The bundle has exports, so it cannot be the body of a function.')
  return output
}

interface StaticExternal {
  readonly importer: string
  readonly specifier: string
}

/** Imports that esbuild left in the code as statements, which only a module may have. */
function staticExternals({ inputs }: Metafile, output: Output): readonly StaticExternal[] {
  const left = new Set(output.imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path))
  return Object.entries(inputs).flatMap(([importer, { imports }]) =>
    imports
      .filter(({ path, kind, external }) => external === true && kind === 'import-statement' && left.has(path))
      .map(({ path }) => ({ importer, specifier: path })),
  )
}

function notInBundle(specifier: string, importer: string, script: LoadedScript | undefined): Diagnostic {
  return {
    severity: 'error',
    text: `Cannot import "${specifier}": the build settings call it external, so it is not part of the bundle.`,
    notes: [`Take "${specifier}" off the external list, or load it with import() where it is at hand.`],
    at: script === undefined ? null : { file: importer, ...placeOfSpecifier(specifier, script.original) },
  }
}

/** Where a specifier first stands in quotes: esbuild does not say. */
function placeOfSpecifier(specifier: string, text: string): { line: number; column: number; length: number } {
  const starts = [`'${specifier}'`, `"${specifier}"`]
    .map((quoted) => text.indexOf(quoted))
    .filter((start) => start !== -1)
  if (starts.length === 0) return { line: 1, column: 1, length: 0 }
  const before = text.slice(0, Math.min(...starts)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, length: specifier.length + 2 }
}

/** All modules, in the order in which a reader who starts at the entry comes to each. */
function readModules(
  { inputs }: Metafile,
  output: Output,
  { disk, scripts }: Pick<BuildSurroundings, 'disk' | 'scripts'>,
): readonly BundledModule[] {
  const keys = new Set<string>()
  const visit = (key: string) => {
    const input = inputs[key]
    if (input === undefined || keys.has(key)) return
    keys.add(key)
    for (const { path } of input.imports) visit(path)
  }
  visit(ENTRY_KEY)
  keys.delete(ENTRY_KEY)

  const outside = new Set(output.imports.map(({ path }) => path))
  return [...keys].map((key) => ({
    key,
    file: realFile(key, disk),
    bytesInOutput: output.inputs[key]?.bytesInOutput ?? 0,
    tracing: tracingOf(scripts.get(key)),
    imports: importsOf(inputs[key], outside),
  }))
}

function tracingOf(script: LoadedScript | undefined): Tracing {
  if (script === undefined) return 'data'
  return script.map === null ? 'untraced' : 'traced'
}

/** Without the imports that were dropped, and those of esbuild's own runtime, which both look like external ones. */
function importsOf(input: Input | undefined, outside: ReadonlySet<string>): BundledModule['imports'] {
  return (input?.imports ?? [])
    .filter(({ path, external }) => external !== true || outside.has(path))
    .map(({ path, original, kind }) => ({ key: path, specifier: original ?? path, kind }))
}

function realFile(key: string, disk: Disk): string {
  for (const name of [key, withoutSuffix(key)]) {
    try {
      return keyOf(PROJECT_ROOT, disk.realpath(`${PROJECT_ROOT}/${name}`))
    } catch {
      // A key with a suffix is no file's name; one that stands for nothing on the disk is its own name.
    }
  }
  return key
}

/** esbuild writes the names of sources as parts of an address; ours are keys. */
function withKeys(map: string, modules: readonly BundledModule[]): string {
  const keys = new Set(modules.map(({ key }) => key))
  const { version, sources, names, mappings } = JSON.parse(map) as Readonly<Record<string, unknown>> & {
    readonly sources: readonly string[]
  }
  return JSON.stringify({ version, sources: sources.map((source) => keyOfSource(source, keys)), names, mappings })
}

function keyOfSource(source: string, keys: ReadonlySet<string>): string {
  if (keys.has(source)) return source
  try {
    return decodeURIComponent(source)
  } catch {
    // A stray percent sign: then it was never encoded.
    return source
  }
}
