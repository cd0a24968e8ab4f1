/** Builds and runs small programs in this very process, with or without probes: for tests of the probes themselves. */
import { inspect } from 'node:util'
import { Script } from 'node:vm'
import { build } from 'esbuild'
import { instrument } from '../../src/bundler/instrument.ts'
import { apply } from '../../src/runner/worker/intrinsics.ts'
import { createErrorReporter } from '../../src/runner/worker/stack.ts'
import { createTracer } from '../../src/runner/worker/tracer.ts'
import type { TraceEvent } from '../../src/trace/events.ts'
import type { ErrorReport } from '../../src/trace/preview.ts'

/** Modules by key. The entry is the first; `file` stands for a real path that differs from the key. */
export type Modules = Readonly<Record<string, string | { readonly text: string; readonly file: string }>>

export interface Observed {
  /** What the program printed, one text a line. */
  readonly lines: readonly string[]
  /** The error that ended it. */
  readonly thrown: ErrorReport | null
}

export interface Traced extends Observed {
  readonly events: readonly TraceEvent[]
}

/** Runs a program as it is. */
export async function runPlain(modules: Modules, options: BuildChoices = {}): Promise<Observed> {
  const bundle = await bundleModules(modules, (text) => text, options)
  return observe(bundle, undefined, createErrorReporter(bundle.map, REPORTER))
}

/** Runs the same program with probes, and returns what they reported. Throws for a module that cannot be instrumented. */
export async function runTraced(modules: Modules, options: BuildChoices = {}): Promise<Traced> {
  const bundle = await bundleModules(modules, withProbes, options)
  const toReport = createErrorReporter(bundle.map, REPORTER)
  const events: TraceEvent[] = []
  const emit = (event: TraceEvent) => {
    // A program may have replaced `push`.
    events[events.length] = event
  }
  const tracer = createTracer({ emit, toReport })
  return { ...(await observe(bundle, tracer, toReport)), events }
}

export interface BuildChoices {
  readonly experimentalDecorators?: boolean
}

interface Bundle {
  readonly code: string
  readonly map: string
}

const SCRIPT = 'bundle.js'
const REPORTER = { lineOffset: 1, script: SCRIPT }

function withProbes(source: string, module: { readonly key: string; readonly file: string }): string {
  const result = instrument(source, module)
  if (result.kind === 'rejected')
    throw new Error(`${module.key}:${result.line}:${result.column} is rejected: ${result.text}`)
  return `${result.code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(result.map).toString('base64')}`
}

async function bundleModules(modules: Modules, rewrite: typeof withProbes, options: BuildChoices): Promise<Bundle> {
  const [entry] = Object.keys(modules)
  const { experimentalDecorators = false } = options
  const { outputFiles } = await build({
    stdin: { contents: `import ${JSON.stringify(`./${entry}`)}` },
    outfile: '/bundle.js',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    keepNames: true,
    treeShaking: false,
    sourcemap: 'external',
    logLevel: 'silent',
    supported: { 'import-meta': false },
    tsconfigRaw: { compilerOptions: { experimentalDecorators } },
    plugins: [
      {
        name: 'modules',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /.*/ }, ({ path, importer }) => ({
            // Keys are paths from the root, and so is what a module says where it imports another.
            path: new URL(path, `file:///${importer}`).pathname.slice(1),
            namespace: 'modules',
          }))
          onLoad({ filter: /.*/, namespace: 'modules' }, ({ path }) => {
            const module = modules[path]
            if (module === undefined) return { errors: [{ text: `There is no module ${path}.` }] }
            const { text, file } = typeof module === 'string' ? { text: module, file: path } : module
            return { contents: rewrite(text, { key: path, file }), loader: path.endsWith('ts') ? 'ts' : 'js' }
          })
        },
      },
    ],
  })
  const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return { code: text('.js'), map: withKeys(text('.map')) }
}

/** esbuild puts the namespace before the names of sources. */
function withKeys(map: string): string {
  const parsed: { sources: string[] } = JSON.parse(map)
  return JSON.stringify({ ...parsed, sources: parsed.sources.map((source) => source.replace(/^.*modules:/, '')) })
}

async function observe(
  { code }: Bundle,
  tracer: ReturnType<typeof createTracer> | undefined,
  toReport: (error: unknown) => ErrorReport,
): Promise<Observed> {
  const lines: string[] = []
  const console = {
    ...tracer?.console,
    log: (...values: readonly unknown[]) => {
      lines.push(values.map((value) => (typeof value === 'string' ? value : inspect(value, { depth: 6 }))).join(' '))
      if (tracer !== undefined) apply(tracer.console.log, null, values)
    },
  }
  const script = `(async function (__doppelclass, console) { 'use strict';\n${code}\n})`
  const program = new Script(script, { filename: SCRIPT }).runInThisContext()
  try {
    await program(tracer?.bundle, console)
    return { lines, thrown: null }
  } catch (error) {
    return { lines, thrown: toReport(error) }
  }
}
