/** The editor and the bundler find the same modules, whatever aliases and conditions a project has. */
import { typescript } from 'monaco-editor/languages/features/typescript/lib/typescriptServices'
import { afterAll, describe, expect, test } from 'vitest'
import { type BuildOptions, DEFAULT_BUILD } from '../../../../../src/bundler/bundle-types.ts'
import { instrument } from '../../../../../src/bundler/instrument.ts'
import { createLabProgram } from '../../../../../src/components/lab/monaco/types/lab-types.ts'
import { CASE_SENSITIVE } from '../../../../../src/components/lab/monaco/types/language-host.ts'
import { LANGUAGE_LIBRARIES } from '../../../../../src/components/lab/monaco/types/language-libraries.ts'
import { applyAlias } from '../../../../../src/components/lab/monaco/types/module-lookup.ts'
import { startCore } from '../../../../support/disk-esbuild.ts'
import { projectDisk } from '../../../../support/disk-fixtures.ts'

const ROOT = '/labs/lesson/named'
const core = startCore(instrument)
const parts = { typescript, registry: typescript.createDocumentRegistry(CASE_SENSITIVE), libraries: LANGUAGE_LIBRARIES }
afterAll(() => core.dispose())

const FILES = {
  'lib/kit.ts': 'export const where = "lib"\n',
  'lib/deep/part.ts': 'export const where = "part"\n',
  'node_modules/plain/index.js': 'export const where = "plain"\n',
  'node_modules/plain/part.js': 'export const where = "plain part"\n',
  'node_modules/guarded/package.json':
    '{ "type": "module", "exports": { ".": { "dev": "./dev.js", "import": "./index.js" }, "./only": { "dev": "./dev.js" } } }',
  'node_modules/guarded/index.js': 'export const where = "guarded"\n',
  'node_modules/guarded/dev.js': 'export const where = "dev"\nexport const isDev = true\n',
  'node_modules/guarded/hidden.js': 'export const where = "hidden"\n',
  'node_modules/bundled/package.json':
    '{ "type": "module", "exports": { "./m": { "module": "./index.js" }, "./b": { "browser": "./index.js" } } }',
  'node_modules/bundled/index.js': 'export const where = "bundled"\n',
}

const alias = (of: BuildOptions['alias']): BuildOptions => ({ ...DEFAULT_BUILD, alias: of })
const conditions = (...names: string[]): BuildOptions => ({ ...DEFAULT_BUILD, conditions: names })

/** What is imported under which settings, and whether there is such a module. */
const IMPORTS: readonly (readonly [specifier: string, build: BuildOptions, isThere: boolean])[] = [
  ['kit', DEFAULT_BUILD, false],
  ['kit', alias({ kit: './lib/kit.ts' }), true],
  ['kit', alias({ kit: './lib/none.ts' }), false],
  ['kitchen', alias({ kit: './lib/kit.ts' }), false],
  ['kit/deep/part.ts', alias({ kit: './lib' }), true],
  ['kit/deep/none.ts', alias({ kit: './lib' }), false],
  ['kit/part', alias({ kit: './lib', 'kit/part': './lib/kit.ts' }), true],
  ['kit', alias({ kit: 'plain' }), true],
  ['kit/part.js', alias({ kit: 'plain' }), true],
  ['kit', alias({ kit: 'guarded' }), true],
  ['kit/hidden.js', alias({ kit: 'guarded' }), false],
  ['plain', alias({ plain: './lib/none.ts' }), false],
  ['@own/kit', alias({ '@own': './lib' }), true],
  ['guarded', DEFAULT_BUILD, true],
  ['guarded/only', DEFAULT_BUILD, false],
  ['guarded/only', conditions('dev'), true],
  ['guarded/hidden.js', conditions('dev'), false],
  ['bundled/m', DEFAULT_BUILD, true],
  ['bundled/m', conditions('dev'), false],
  ['bundled/b', conditions('dev'), true],
]

const importing = (specifier: string) => ({ ...FILES, 'src/main.ts': `import { where } from '${specifier}'\nwhere\n` })

function errorsOf(files: Readonly<Record<string, string>>, build: BuildOptions): readonly string[] {
  const program = createLabProgram(ROOT, { files, packages: {}, links: {}, build }, parts)
  const errors = program.types.problems(`${ROOT}/src/main.ts`).filter(({ severity }) => severity === 'error')
  program.dispose()
  return errors.map(({ text }) => text)
}

describe.each(IMPORTS)('%s with %o', (specifier, build, isThere) => {
  test('is found by the bundler as it is said here', async () => {
    const disk = projectDisk(importing(specifier))
    expect((await core.bundle({ disk, entry: 'src/main.ts', options: build })).kind).toBe(
      isThere ? 'bundled' : 'rejected',
    )
  })
  test('is underlined where it is not found, and only there', () => {
    const errors = errorsOf(importing(specifier), build)
    expect(errors).toEqual(isThere ? [] : [expect.stringContaining(`'${specifier}'`)])
  })
})

test('a condition decides what a package exports', () => {
  const files = { ...FILES, 'src/main.ts': "import { isDev } from 'guarded'\nisDev\n" }
  expect(errorsOf(files, DEFAULT_BUILD)).toEqual([expect.stringContaining("no exported member 'isDev'")])
  expect(errorsOf(files, conditions('dev'))).toEqual([])
})

test('a file that an alias stands for is missed when it goes, and found when it is back', () => {
  const build = alias({ kit: './lib/kit.ts' })
  const files = importing('kit')
  const { 'lib/kit.ts': _, ...without } = files
  const program = createLabProgram(ROOT, { files, packages: {}, links: {}, build }, parts)
  const errors = () => program.types.problems(`${ROOT}/src/main.ts`).filter(({ severity }) => severity === 'error')
  expect(errors()).toEqual([])
  program.write(without)
  expect(errors()).toHaveLength(1)
  program.write(files)
  expect(errors()).toEqual([])
  program.dispose()
})

test('a lone slash behind an alias does not count', () => {
  expect(applyAlias('kit/', { kit: './lib/kit.ts' })).toBe('./lib/kit.ts')
})
