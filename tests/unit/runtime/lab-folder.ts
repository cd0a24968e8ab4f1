/** Lays a program out as a lab's disk does, with `distributed` and the `dask` shim beside it, bundles it with native esbuild and runs it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { Class, Report } from '../../../src/runtime/host.ts'

export const MODELLED_VERSIONS = [
  ...(['2023.9.1', '2023.9.2', '2024.7.1', '2024.10.0', '2025.7.0', '2026.3.0', '2026.7.1'] as const),
]

export type ModelledVersion = (typeof MODELLED_VERSIONS)[number]

export interface ProgramRun {
  /** The keys of all modules that were bundled, sorted. */
  readonly modules: readonly string[]
  readonly reports: readonly Report[]
  /** What the program exports. */
  readonly exports: Readonly<Record<string, unknown>>
}

const ROOT = resolve(import.meta.dirname, '../../..')

/** @param file the program's entry, among the others of its folder */
export async function runProgram(
  file: string,
  version: ModelledVersion,
  { programs = join(import.meta.dirname, 'programs') }: { readonly programs?: string } = {},
): Promise<ProgramRun> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'distributed-')))
  try {
    layOut(folder, version)
    cpSync(programs, folder, { recursive: true })
    const { metafile } = await build({
      absWorkingDir: folder,
      entryPoints: [file],
      outfile: 'bundle.mjs',
      bundle: true,
      format: 'esm',
      target: 'es2023',
      metafile: true,
      preserveSymlinks: true,
      keepNames: true,
      plugins: [tellWhoMadeThePlugins(folder)],
      logLevel: 'silent',
    })
    const reports: Report[] = []
    const modules = new Map<Class, string>()
    const host = {
      reports,
      report: (report: Report) => reports.push(report),
      moduleOf: (made: Class) => modules.get(made) ?? null,
    }
    Object.assign(globalThis, { __doppelclass: { host, made: (made: Class, key: string) => modules.set(made, key) } })
    const exports: Record<string, unknown> = await import(pathToFileURL(join(folder, 'bundle.mjs')).href)
    return { modules: Object.keys(metafile.inputs).sort(), reports, exports }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function layOut(folder: string, version: ModelledVersion): void {
  const packages = join(folder, 'node_modules')
  mkdirSync(packages)
  cpSync(join(ROOT, 'src/runtime'), join(packages, 'distributed'), { recursive: true })
  rmSync(join(packages, 'distributed/tsconfig.json'))
  cpSync(join(ROOT, `src/runtime/versions/${version}.ts`), join(packages, 'distributed/_version.ts'))
  rmSync(join(packages, 'distributed/versions'), { recursive: true })
  cpSync(join(ROOT, 'content/packages/dask'), join(packages, 'dask'), { recursive: true })
  symlinkSync('../distributed', join(packages, 'dask/distributed'), 'dir')
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
}

/** The one probe that these tests need of the instrument step: which module made a base class. */
function tellWhoMadeThePlugins(folder: string): Plugin {
  return {
    name: 'tell-who-made-the-plugins',
    setup: (setup) => {
      setup.onLoad({ filter: /(diagnostics\/plugin|only-here)\.ts$/ }, ({ path }) => {
        const key = JSON.stringify(relative(folder, path).replaceAll('\\', '/'))
        const text = readFileSync(path, 'utf8')
        const names = [...text.matchAll(/^export class (\w+)/gm)].map(([, name]) => name)
        const tell = names.map((name) => `__doppelclass.made(${name}, ${key})`)
        return { contents: `${text}\n${tell.join('\n')}`, loader: 'ts' }
      })
    },
  }
}
