import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type BuildOptions,
  type BundleResult,
  DEFAULT_BUILD,
  type DiskTree,
} from '../../../src/bundler/bundle-types.ts'
import { instrument } from '../../../src/bundler/instrument.ts'
import type { Instrument } from '../../../src/bundler/instrument-types.ts'
import { startCore } from '../../support/disk-esbuild.ts'
import { projectDisk, readFixture } from '../../support/disk-fixtures.ts'

type Bundled = Extract<BundleResult, { kind: 'bundled' }>

/** A package with two sides, neither of which is its front door yet. */
const SIDES = { 'node_modules/kit/1.js': 'export default 1', 'node_modules/kit/2.js': 'export default 2' }

describe('a bundle', () => {
  it('is the body of an async function, top-level await included', async () => {
    const { code } = await bundled(
      projectDisk({ 'main.ts': "export const a: number = await Promise.resolve(1)\nseen('a', a)" }),
    )
    expect(await run(code)).toEqual([['a', 1]])
  })

  it('keeps the names of two classes that share one', async () => {
    const { code } = await bundled(
      projectDisk({
        'main.ts':
          "import { Plugin } from './a.ts'\nimport { Plugin as Other } from './b.ts'\nseen(Plugin.name, Other.name, Plugin === Other)",
        'a.ts': 'export class Plugin {}',
        'b.ts': 'export class Plugin {}',
      }),
    )
    expect(await run(code)).toEqual([['Plugin', 'Plugin', false]])
  })

  it('evaluates whatever is imported, used or not, whatever its package claims', async () => {
    const { code } = await bundled(
      projectDisk({
        'main.ts': "import { a } from './unused.ts'\nimport { b } from 'quiet'\nimport 'quiet/bare.js'\nseen('main')",
        'unused.ts': "seen('unused')\nexport const a = 1",
        'node_modules/quiet/package.json': '{ "main": "index.ts", "sideEffects": false }',
        'node_modules/quiet/index.ts': "import { c } from './more.ts'\nseen('quiet')\nexport const b = 1",
        'node_modules/quiet/more.ts': "seen('more')\nexport const c = 1",
        'node_modules/quiet/bare.js': "seen('bare')",
      }),
    )
    expect(await run(code)).toEqual([['unused'], ['more'], ['quiet'], ['bare'], ['main']])
  })

  it('keeps an unused import beside a tsconfig that says nothing of it, and still obeys that tsconfig', async () => {
    const { code } = await bundled(
      projectDisk({
        'main.ts': "import { a } from 'lib'\nseen('main')",
        'tsconfig.json': '{ "compilerOptions": { "paths": { "lib": ["./src/lib.ts"] } } }',
        'src/lib.ts': "seen('lib')\nexport const a = 1",
      }),
    )
    expect(await run(code)).toEqual([['lib'], ['main']])
  })

  it('keeps one that only a folder below has a tsconfig for', async () => {
    const { code } = await bundled(
      projectDisk({
        'main.ts': "import { a } from './tool/a.ts'\nseen('main')",
        'tool/tsconfig.json': '{ "compilerOptions": { "paths": { "b": ["./b.ts"] } } }',
        'tool/a.ts': "import { b } from 'b'\nseen('a')\nexport const a = 1",
        'tool/b.ts': "seen('b')\nexport const b = 1",
      }),
    )
    expect(await run(code)).toEqual([['b'], ['a'], ['main']])
  })

  it('lists its modules from the entry on, with keys, real files and specifiers', async () => {
    const { disk } = readFixture('symlinks')
    const { modules } = await bundled(disk, { preserveSymlinks: true })
    expect(modules.map(({ key, file }) => [key, file])).toEqual([
      ['main.ts', 'main.ts'],
      ['node_modules/distributed/diagnostics/plugin.ts', 'node_modules/distributed/diagnostics/plugin.ts'],
      ['node_modules/dask/distributed/diagnostics/plugin.ts', 'node_modules/distributed/diagnostics/plugin.ts'],
      ['node_modules/deep/index.ts', 'packages/deep/index.ts'],
      ['shortcut.ts', 'packages/deep/index.ts'],
    ])
    expect(modules[0]?.imports[1]).toEqual({
      key: 'node_modules/dask/distributed/diagnostics/plugin.ts',
      specifier: 'dask/distributed/diagnostics/plugin',
      kind: 'import-statement',
    })
    expect(modules.every(({ bytesInOutput }) => bytesInOutput > 0)).toBe(true)
  })

  it('says of each module whether a run will tell of it', async () => {
    const unreadable = 'export let strange: typeof import("./data.json", { with: { type: "json" } })'
    const { modules } = await bundled(
      projectDisk({
        'main.ts': "import data from './data.json'\nimport { strange } from './strange.ts'\nconsole.log(data, strange)",
        'data.json': '{}',
        'strange.ts': unreadable,
      }),
    )
    expect(modules.map(({ key, tracing }) => [key, tracing])).toEqual([
      ['main.ts', 'traced'],
      ['data.json', 'data'],
      ['strange.ts', 'untraced'],
    ])
  })

  it('has one module for each suffix, of one file', async () => {
    const { modules } = await bundled(readFixture('suffixes').disk)
    expect(modules.map(({ key, file }) => [key, file])).toEqual([
      ['main.ts', 'main.ts'],
      ['base.ts', 'base.ts'],
      ['base.ts?v=2', 'base.ts'],
      ['base.ts#third', 'base.ts'],
      ['lib/index.ts?again', 'lib/index.ts'],
    ])
  })

  it('maps every module by its key, to the text that the reader wrote', async () => {
    const { code, map } = await bundled(
      projectDisk({
        'main.ts':
          "import './lib/名字 100%.ts'\nimport './lib/base.ts?v=2'\n\nclass Plugin {}\nconsole.error(Plugin)\n",
        'lib/名字 100%.ts': 'console.error(1)',
        'lib/base.ts': 'console.error(2)\n//# sourceMappingURL=of-an-earlier-build.js.map',
      }),
    )
    const { sources } = JSON.parse(map) as { readonly sources: readonly string[] }
    expect(sources).toEqual(['lib/名字 100%.ts', 'lib/base.ts?v=2', 'main.ts'])
    expect(originalOf(code, map, 'console.error(Plugin')).toEqual({ source: 'main.ts', line: 5, column: 0 })
    expect(originalOf(code, map, 'error(Plugin')).toEqual({ source: 'main.ts', line: 5, column: 8 })
    expect(originalOf(code, map, 'console.error(2')).toEqual({ source: 'lib/base.ts?v=2', line: 1, column: 0 })
  })

  it('leaves import() of an external module, and refuses an import statement of one with its place', async () => {
    const external = { external: ['elsewhere'] }
    const dynamic = await bundled(projectDisk({ 'main.ts': "export const load = () => import('elsewhere')" }), external)
    expect(dynamic.code).toContain('import("elsewhere")')
    expect(dynamic.modules[0]?.imports).toEqual([{ key: 'elsewhere', specifier: 'elsewhere', kind: 'dynamic-import' }])

    const result = await bundle(
      projectDisk({ 'main.ts': "\n/* 汉字 */ import { x } from 'elsewhere'\nconsole.log(x)" }),
      external,
    )
    expect(result).toMatchObject({
      kind: 'rejected',
      diagnostics: [{ severity: 'error', at: { file: 'main.ts', line: 2, column: 28, length: 11 } }],
    })
    if (result.kind === 'rejected') expect(result.diagnostics[0]?.text).toContain('Cannot import "elsewhere"')
  })

  it('is the same, byte for byte, from the same request: again, in another core, and after other projects', async () => {
    const { disk } = readFixture('package-features')
    const first = startCore(instrument)
    const second = startCore(instrument)
    onTestFinished(() => first.dispose())
    onTestFinished(() => second.dispose())
    const request = { disk, entry: 'main.ts', options: DEFAULT_BUILD }
    const cold = await first.bundle(request)
    expect(cold.kind).toBe('bundled')
    expect(await first.bundle(request)).toEqual(cold)
    for (const name of ['late', 'symlinks', 'tsconfig-paths']) {
      const { disk: other, builds } = readFixture(name)
      for (const options of builds) await second.bundle({ disk: other, entry: 'main.ts', options })
    }
    expect(await second.bundle(request)).toEqual(cold)
  })

  it('throws what the instrument step throws, as that is no mistake of the reader', async () => {
    const broken: Instrument = () => {
      throw new TypeError('the probe is broken')
    }
    const core = startCore(broken)
    onTestFinished(() => core.dispose())
    const request = { disk: projectDisk({ 'main.ts': '' }), entry: 'main.ts', options: DEFAULT_BUILD }
    await expect(core.bundle(request)).rejects.toThrow('the probe is broken')
  })
})

describe('a core that is used again', () => {
  it.each<[what: string, specifier: string, before: DiskTree, after: DiskTree]>([
    ['a script', './kit', projectDisk({ 'kit.ts': 'export default 1' }), projectDisk({ 'kit.ts': 'export default 2' })],
    ['a data file of the same length', './kit', projectDisk({ 'kit.json': '1' }), projectDisk({ 'kit.json': '2' })],
    ['which file there is', './kit', projectDisk({ 'kit.json': '1' }), projectDisk({ 'kit/index.json': '2' })],
    [
      'a package.json',
      'kit',
      projectDisk({ 'node_modules/kit/package.json': '{ "main": "1.js" }', ...SIDES }),
      projectDisk({ 'node_modules/kit/package.json': '{ "main": "2.js" }', ...SIDES }),
    ],
    [
      'a tsconfig.json',
      'kit',
      projectDisk({ 'tsconfig.json': pathsTo('./node_modules/kit/1.js'), ...SIDES }),
      projectDisk({ 'tsconfig.json': pathsTo('./node_modules/kit/2.js'), ...SIDES }),
    ],
    [
      'the target of a symlink',
      'kit',
      projectDisk(SIDES, { 'node_modules/kit/index.js': '1.js' }),
      projectDisk(SIDES, { 'node_modules/kit/index.js': '2.js' }),
    ],
  ])('sees a change of %s, there and back', async (_, specifier, before, after) => {
    const core = startCore(instrument)
    onTestFinished(() => core.dispose())
    const main = projectDisk({ 'main.ts': `import kit from '${specifier}'\nseen(kit)` })
    const answers: unknown[] = []
    for (const tree of [before, after, before]) {
      const result = await core.bundle({ disk: { ...main, ...tree }, entry: 'main.ts', options: DEFAULT_BUILD })
      answers.push(result.kind === 'bundled' ? await run(result.code) : result.diagnostics)
    }
    expect(answers).toEqual([[[1]], [[2]], [[1]]])
  })

  it('builds one request at a time, each from its own disk', async () => {
    const core = startCore(instrument)
    onTestFinished(() => core.dispose())
    const numbers = [1, 2, 3, 4, 5, 6]
    const results = await Promise.all(
      numbers.map((number) =>
        core.bundle({
          disk: projectDisk({ 'main.ts': `import './a.ts'\nseen(${number})`, 'a.ts': `seen('a${number}')` }),
          entry: 'main.ts',
          // More settings than contexts are kept.
          options: { ...DEFAULT_BUILD, external: [`unused-${number}`] },
        }),
      ),
    )
    const seen = results.map((result) => (result.kind === 'bundled' ? run(result.code) : result))
    expect(await Promise.all(seen)).toEqual(numbers.map((number) => [[`a${number}`], [number]]))
  })
})

function pathsTo(target: string): string {
  return JSON.stringify({ compilerOptions: { paths: { kit: [target] } } })
}

async function bundle(disk: DiskTree, options: Partial<BuildOptions> = {}): Promise<BundleResult> {
  const core = startCore(instrument)
  onTestFinished(() => core.dispose())
  return core.bundle({ disk, entry: 'main.ts', options: { ...DEFAULT_BUILD, ...options } })
}

async function bundled(disk: DiskTree, options: Partial<BuildOptions> = {}): Promise<Bundled> {
  const result = await bundle(disk, options)
  if (result.kind === 'rejected') throw new Error(JSON.stringify(result.diagnostics, null, 2))
  return result
}

/** Runs a bundle with probes that do nothing, and gives what it passed to `seen`. */
async function run(code: string): Promise<readonly (readonly unknown[])[]> {
  const calls: unknown[][] = []
  const AsyncFunction = (async () => undefined).constructor as new (
    ...args: string[]
  ) => (...args: unknown[]) => Promise<void>
  const probes = {
    module: () => undefined,
    class: () => undefined,
    instanceof: (value: unknown, Class: never) => (value as object) instanceof Class,
  }
  // `seen` goes in from outside, as the contract has one parameter only.
  const program = new AsyncFunction('seen', `return async function (__doppelclass) {\n${code}\n}`)
  const body = (await program((...args: unknown[]) => calls.push(args))) as unknown as (
    probes: unknown,
  ) => Promise<void>
  await body(probes)
  return calls
}

function originalOf(
  code: string,
  map: string,
  text: string,
): { source: string | null; line: number | null; column: number | null } {
  const before = code.slice(0, code.indexOf(text)).split('\n')
  const position = { line: before.length, column: (before.at(-1) ?? '').length }
  const { source, line, column } = originalPositionFor(new TraceMap(map), position)
  return { source, line, column }
}
