import { describe, expect, it, onTestFinished } from 'vitest'
import {
  type BuildOptions,
  type BundleResult,
  DEFAULT_BUILD,
  type Diagnostic,
} from '../../../src/bundler/bundle-types.ts'
import { instrument } from '../../../src/bundler/instrument.ts'
import type { Instrument } from '../../../src/bundler/instrument-types.ts'
import { startCore } from '../../support/disk-esbuild.ts'
import { projectDisk } from '../../support/disk-fixtures.ts'

describe('a diagnostic points into the text that the reader wrote', () => {
  it.each<[what: string, source: string, marked: string, text: RegExp]>([
    ['a syntax error', 'const a = 1\nconst b = = 2', '= 2', /Unexpected "="/],
    [
      'a syntax error behind Chinese text and an emoji',
      'const 名 = 1\nf("汉字😀", 名 名2)',
      '名2',
      /Expected "\)" but found "名2"/,
    ],
    ['an unclosed brace', 'class A {\n  go() {\n', '', /Unexpected end of file/],
    ['a missing module', "import './nowhere.ts'", "'./nowhere.ts'", /Could not resolve "\.\/nowhere\.ts"/],
    [
      'a missing module in a first line that got a probe',
      "/* 汉字😀 */ import 'gone'",
      "'gone'",
      /Could not resolve "gone"/,
    ],
    [
      'a missing module behind probes on the same line',
      "class A {}; '😀' instanceof A; import('./gone.ts')",
      "'./gone.ts'",
      /Could not resolve/,
    ],
    [
      'a missing export',
      "import { nothing } from './lib.js'\nconsole.log(nothing)",
      'nothing }',
      /No matching export in "lib.js"/,
    ],
    ['an assignment to a constant', "const 名 = '😀' instanceof Object; 名 = 2", '名 = 2', /Cannot assign to "名"/],
    ['the reserved name', 'const ok = "😀", __doppelclass = 1', '__doppelclass', /__doppelclass is reserved/],
  ])('%s', async (_, source, marked, text) => {
    const [diagnostic] = await errorsOf({ 'main.js': source })
    expect(diagnostic).toMatchObject({ severity: 'error', text: expect.stringMatching(text) })
    const offset = marked === '' ? source.length : source.lastIndexOf(marked)
    const before = source.slice(0, offset).split('\n')
    expect(diagnostic?.at).toMatchObject({
      file: 'main.js',
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
    })
  })

  it('and marks as much as is wrong, in UTF-16 units', async () => {
    const [diagnostic] = await errorsOf({ 'main.js': "import './没有😀.ts'" })
    expect(diagnostic?.at).toEqual({ file: 'main.js', line: 1, column: 8, length: "'./没有😀.ts'".length })
  })

  it('whatever an instrument step does to the lines before it', async () => {
    const prepending: Instrument = (source, { key }) => ({
      kind: 'instrumented',
      code: `/* 前 */\n;/* 😀 */${source}`,
      // In the second line, behind nine units, the original begins.
      map: JSON.stringify({
        version: 3,
        sources: [key],
        names: [],
        mappings: `;SAAA${source
          .split('\n')
          .slice(1)
          .map(() => ';AACA')
          .join('')}`,
      }),
    })
    const files = { 'main.js': "import './a.js'\nimport  './b.js'" }
    expect((await errorsOf(files, { instrument: prepending })).map(({ at }) => at)).toEqual([
      { file: 'main.js', line: 1, column: 8, length: 8 },
      { file: 'main.js', line: 2, column: 9, length: 8 },
    ])
  })
})

describe('a diagnostic keeps the advice of esbuild', () => {
  it('in notes, with their places', async () => {
    const [constant] = await errorsOf({ 'main.js': 'const a = 1\na = 2' })
    expect(constant?.notes).toEqual(['The symbol "a" was declared a constant here: (main.js:1:7)'])
  })

  it('and tells nothing of our own plugin', async () => {
    const [error] = await errorsOf({ 'main.js': "import './a.js'", 'a.js': 'let = ;' })
    expect(error).toMatchObject({ notes: [], at: { file: 'a.js' } })
  })

  it('about packages that do not export a path', async () => {
    const [error] = await errorsOf({
      'main.js': "import 'kit/deep'",
      'node_modules/kit/package.json': '{ "name": "kit", "exports": { ".": "./index.js" } }',
      'node_modules/kit/index.js': '',
    })
    expect(error?.text).toBe('Could not resolve "kit/deep"')
    expect(error?.notes.join('\n')).toContain('"./deep" is not exported by package "kit"')
    expect(error?.notes.join('\n')).toContain('(node_modules/kit/package.json:1:29)')
  })

  it('and names a tsconfig as the reader does', async () => {
    const result = await bundle({ 'main.js': '', 'tsconfig.json': '{\n  "compilerOptions": { "target": 5 }, }}' })
    const all = result.kind === 'bundled' ? result.warnings : result.diagnostics
    expect(all.map(({ at }) => at?.file)).toContain('tsconfig.json')
  })
})

describe('a project that cannot be built', () => {
  it('says so where its entry is missing, without a place', async () => {
    const [error] = await errorsOf({ 'other.js': '' })
    expect(error).toMatchObject({ text: 'Could not resolve "./main.js"', at: null })
  })

  it('says so where an option makes no sense', async () => {
    const [error] = await errorsOf({ 'main.js': '' }, { options: { alias: { './main.js': 'x' } } })
    expect(error).toMatchObject({ at: null, text: expect.stringContaining('./main.js') })
  })

  it('names every error of every file, and can be built once they are mended', async () => {
    const core = startCore(instrument)
    onTestFinished(() => core.dispose())
    const bundleOf = (files: Readonly<Record<string, string>>) =>
      core.bundle({ disk: projectDisk(files), entry: 'main.js', options: DEFAULT_BUILD })
    const broken = await bundleOf({ 'main.js': "import './a.js'\nimport './gone.js'", 'a.js': 'let = ;' })
    expect(broken.kind === 'rejected' && broken.diagnostics.map(({ at }) => at?.file).sort()).toEqual([
      'a.js',
      'main.js',
    ])
    expect(await bundleOf({ 'main.js': "import './a.js'", 'a.js': 'let a' })).toMatchObject({ kind: 'bundled' })
  })
})

describe('a text that the instrument step cannot read', () => {
  const unable: Instrument = () => ({ kind: 'rejected', text: 'What is this?', line: 2, column: 7 })

  it('is built without probes and with a warning, where esbuild can read it', async () => {
    const result = await bundle({ 'main.js': '\n/* 汉 */ console.log(1)' }, { instrument: unable })
    expect(result).toMatchObject({
      kind: 'bundled',
      code: expect.stringContaining('console.log(1)'),
      warnings: [
        {
          severity: 'warning',
          text: expect.stringContaining('What is this?'),
          at: { file: 'main.js', line: 2, column: 7 },
        },
      ],
    })
  })

  it('is judged by esbuild, where that cannot read it either', async () => {
    const [error] = await errorsOf({ 'main.js': 'const a = ;' }, { instrument: unable })
    expect(error).toMatchObject({ text: 'Unexpected ";"', at: { file: 'main.js', line: 1, column: 11 } })
  })

  it('loses its import.meta with a warning that says so, and not the whole program', async () => {
    const result = await bundle({ 'main.js': 'console.log(import.meta.url)' }, { instrument: unable })
    expect(result.kind === 'bundled' && result.code).not.toContain('import.meta')
    expect(result.kind === 'bundled' && result.warnings.map(({ text }) => text).join()).toContain(
      '"import.meta" is not available',
    )
  })
})

interface Setup {
  readonly instrument?: Instrument
  readonly options?: Partial<BuildOptions>
}

async function bundle(
  files: Readonly<Record<string, string>>,
  { instrument: own = instrument, options }: Setup = {},
): Promise<BundleResult> {
  const core = startCore(own)
  onTestFinished(() => core.dispose())
  const disk = projectDisk({ 'lib.js': 'export const something = 1', ...files })
  return core.bundle({ disk, entry: 'main.js', options: { ...DEFAULT_BUILD, ...options } })
}

async function errorsOf(files: Readonly<Record<string, string>>, setup: Setup = {}): Promise<readonly Diagnostic[]> {
  const result = await bundle(files, setup)
  if (result.kind === 'bundled') throw new Error(`This was bundled: ${result.code}`)
  return result.diagnostics
}
