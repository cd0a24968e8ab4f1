import { typescript } from 'monaco-editor/languages/features/typescript/lib/typescriptServices'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEFAULT_BUILD } from '../../../../../src/bundler/bundle-types.ts'
import { createLabProgram, type LabProgram } from '../../../../../src/components/lab/monaco/types/lab-types.ts'
import { CASE_SENSITIVE } from '../../../../../src/components/lab/monaco/types/language-host.ts'
import { LANGUAGE_LIBRARIES } from '../../../../../src/components/lab/monaco/types/language-libraries.ts'
import type { Files } from '../../../../../src/lab/project.ts'
import { dask, distributed, kit } from './packages.ts'

const ROOT = '/labs/lesson/lab'
const registry = typescript.createDocumentRegistry(CASE_SENSITIVE)
let program: LabProgram

beforeAll(() => {
  const sources = { files: {}, packages: { distributed, dask, kit }, links: {}, build: DEFAULT_BUILD }
  program = createLabProgram(ROOT, sources, { typescript, registry, libraries: LANGUAGE_LIBRARIES })
})
afterAll(() => program.dispose())

const MONITOR = `import { WorkerPlugin } from 'distributed/diagnostics/plugin'

export class TaskMonitor extends WorkerPlugin {
  override setup(worker: object) {
    console.log('setup', worker)
  }
}
`

/** Writes the files and gives TypeScript's errors in one of them. */
function errorsIn(file: string, files: Files): readonly string[] {
  program.write(files)
  return program.types
    .problems(`${ROOT}/${file}`)
    .filter(({ severity }) => severity === 'error')
    .map(({ text }) => text)
}

/** Writes `main.ts` with the cursor at `|`, and gives where that is. */
function cursor(marked: string, others: Files = {}): [path: string, offset: number] {
  program.write({ ...others, 'main.ts': marked.replace('|', '') })
  return [`${ROOT}/main.ts`, marked.indexOf('|')]
}

describe('a lesson’s code is free of complaints', () => {
  test('the libraries agree with the TypeScript that reads them', () => {
    const paths = Object.keys(LANGUAGE_LIBRARIES).map((name) => `/typescript/${name}`)
    expect(paths).toContain('/typescript/lib.es2023.array.d.ts')
    program.write({ 'main.ts': 'export {}' })
    expect(
      paths.flatMap((path) => program.types.problems(path).filter(({ severity }) => severity === 'error')),
    ).toEqual([])
  })

  test('with packages, files that are imported by name and extension, and await at the top level', () => {
    const main = `import { Client } from 'distributed'
import { TaskMonitor } from './monitor.ts'
const client = new Client()
await client.registerPlugin(new TaskMonitor())
const timer = setTimeout(() => console.log([3, 1].toSorted(), structuredClone({ a: 1 }).a), 10)
clearTimeout(timer)
`
    expect(errorsIn('main.ts', { 'main.ts': main, 'monitor.ts': MONITOR })).toEqual([])
    expect(errorsIn('monitor.ts', { 'main.ts': main, 'monitor.ts': MONITOR })).toEqual([])
  })

  test('with types that are imported without the word type', () => {
    const shape = 'export interface Shape { readonly area: number }\n'
    const main = "import { Shape } from './shape.ts'\nexport const shape: Shape = { area: 1 }\n"
    expect(errorsIn('main.ts', { 'main.ts': main, 'shape.ts': shape })).toEqual([])
  })

  test('with equal names at the top of two files that import nothing', () => {
    const files = {
      'main.ts': 'const worker = 1\nconsole.log(worker)\n',
      'other.ts': 'const worker = 2\nconsole.log(worker)\n',
    }
    expect(errorsIn('main.ts', files)).toEqual([])
  })

  test('with packages of plain JavaScript behind exports, and data', () => {
    const main =
      "import { Shape } from 'kit'\nimport data from './data.json'\nexport const sum: number = new Shape().area() + data.n\n"
    expect(errorsIn('main.ts', { 'main.ts': main, 'data.json': '{ "n": 1 }' })).toEqual([])
  })
})

describe('what is wrong is told', () => {
  test('a wrong type', () => {
    expect(errorsIn('main.ts', { 'main.ts': "export const n: number = 'x'\n" })).toEqual([
      "Type 'string' is not assignable to type 'number'.",
    ])
  })

  test('a missing file and a missing package', () => {
    const errors = errorsIn('main.ts', { 'main.ts': "import './none.ts'\nimport 'nothing'\n" })
    expect(errors).toHaveLength(2)
    expect(errors[0]).toContain('./none.ts')
  })

  test('the page is not there: programs run in a worker', () => {
    expect(errorsIn('main.ts', { 'main.ts': 'document.title\n' })[0]).toContain("'document'")
  })

  test('an edit of one file is seen from another', () => {
    const main = "import { TaskMonitor } from './monitor.ts'\nnew TaskMonitor()\n"
    expect(errorsIn('main.ts', { 'main.ts': main, 'monitor.ts': MONITOR })).toEqual([])
    const renamed = MONITOR.replace('TaskMonitor', 'Monitor')
    expect(errorsIn('main.ts', { 'main.ts': main, 'monitor.ts': renamed })).toHaveLength(1)
  })

  test('a file that is gone is missed, and found again when it is back', () => {
    const main = "import './extra.ts'\n"
    expect(errorsIn('main.ts', { 'main.ts': main })).toHaveLength(1)
    expect(errorsIn('main.ts', { 'main.ts': main, 'extra.ts': 'export {}\n' })).toEqual([])
  })

  test('a deprecated call is marked as such', () => {
    const main = "import { Client } from 'distributed'\nnew Client().registerWorkerPlugin\n"
    program.write({ 'main.ts': main })
    expect(program.types.problems(`${ROOT}/main.ts`).map(({ tag }) => tag)).toContain('deprecated')
  })
})

describe('symlinks', () => {
  test('a class behind a symlink is the same to TypeScript, as it is to the compiler on a real disk', () => {
    const main = `import { Client } from 'distributed'
import { WorkerPlugin } from 'dask/distributed/diagnostics/plugin'
await new Client().registerPlugin(new WorkerPlugin())
`
    expect(errorsIn('main.ts', { 'main.ts': main })).toEqual([])
  })

  test('a file of the symlink’s name comes before it', () => {
    expect(
      errorsIn('main.ts', { 'main.ts': "import { isShim } from 'dask/distributed'\nconsole.log(isShim)\n" }),
    ).toEqual([])
  })

  test('a definition behind a symlink is shown where the file really lies', () => {
    const at = cursor("import { WorkerPl|ugin } from 'dask/distributed/diagnostics/plugin'\n")
    expect(program.types.definitions(...at).map(({ path }) => path)).toEqual([
      `${ROOT}/node_modules/distributed/diagnostics/plugin.ts`,
    ])
  })
})

test('two files whose names differ in case only are two files, as on the bundler’s disk', () => {
  const others = { 'Plugin.ts': 'export class Upper {}\n', 'plugin.ts': 'export class Lower {}\n' }
  const at = cursor("import { Upper } from './Plugin.ts'\nimport { Low|er } from './plugin.ts'\nnew Upper()\n", others)
  expect(program.types.definitions(...at).map(({ path }) => path)).toEqual([`${ROOT}/plugin.ts`])
})

describe('help while writing', () => {
  const names = (marked: string, trigger: string | null, others: Files = {}) =>
    program.types.completions(...cursor(marked, others), trigger).map(({ name }) => name)

  test('members of a package’s class', () => {
    const main = "import { Client } from 'distributed'\nnew Client().|\n"
    expect(names(main, '.')).toEqual(['registerPlugin', 'registerWorkerPlugin'])
    expect(program.types.describe(...cursor(main), 'registerPlugin')?.documentation).toContain('Registers a plugin.')
  })

  test('what a file exports', () => {
    expect(names("import { | } from './monitor.ts'\n", null, { 'monitor.ts': MONITOR })).toContain('TaskMonitor')
  })

  test('paths of the reader’s files and of packages', () => {
    const others = { 'monitor.ts': MONITOR }
    expect(names("import './|'\n", '/', others)).toEqual(['monitor.ts'])
    expect(names("import '|'\n", "'", others)).toEqual(expect.arrayContaining(['distributed', 'dask', 'kit']))
  })

  test('no suggestions after a character that means nothing there', () => {
    expect(names('export const half = 1 /|\n', '/')).toEqual([])
  })

  test('a hover shows the signature and the author’s words', () => {
    const hover = program.types.hover(...cursor("import { Client } from 'distributed'\nnew Client().register|Plugin\n"))
    expect(hover?.code).toBe('(method) Client.registerPlugin(plugin: WorkerPlugin): Promise<void>')
    expect(hover?.documentation).toContain('*@param* plugin what every worker gets')
  })

  test('the parameter at the cursor is picked out of the signature', () => {
    const help = program.types.signatureHelp(...cursor('declare function f(a: number, b: string): void\nf(1, |)\n'))
    const [signature] = help?.signatures ?? []
    const parameter = signature?.parameters[help?.activeParameter ?? 0]
    expect(signature?.label.slice(parameter?.from, parameter?.to)).toBe('b: string')
  })

  test('a misspelt name can be mended', () => {
    const main = 'const worker = 1\nconsole.log(wroker)\n'
    program.write({ 'main.ts': main })
    const [problem] = program.types.problems(`${ROOT}/main.ts`).filter(({ severity }) => severity === 'error')
    const span = { path: `${ROOT}/main.ts`, start: main.indexOf('wroker'), length: 6 }
    const [fix] = program.types.fixes(span, [problem?.code ?? 0])
    expect(fix?.edits).toEqual([{ path: `${ROOT}/main.ts`, start: span.start, length: 6, text: 'worker' }])
  })
})

describe('renaming', () => {
  test('reaches every file of the reader’s', () => {
    const at = cursor("import { Task|Monitor } from './monitor.ts'\nnew TaskMonitor()\n", { 'monitor.ts': MONITOR })
    const renaming = program.types.rename(...at)
    if (renaming.kind === 'refused') throw new Error(renaming.reason)
    expect(new Set(renaming.places.map(({ path }) => path))).toEqual(new Set([`${ROOT}/main.ts`, `${ROOT}/monitor.ts`]))
  })

  test('stops at what is not the reader’s', () => {
    const inPackage = cursor("import { Client } from 'distributed'\nnew Client().register|Plugin\n")
    expect(program.types.rename(...inPackage).kind).toBe('refused')
    expect(program.types.rename(...cursor('cons|ole.log(1)\n')).kind).toBe('refused')
  })
})

test('two labs on one page have their own versions of a package', () => {
  const older = { ...distributed, files: { ...distributed.files, 'index.ts': 'export const version = 1 as const\n' } }
  const files = { 'main.ts': "import { version } from 'distributed'\nexport const v: 1 = version\n" }
  const parts = { typescript, registry, libraries: LANGUAGE_LIBRARIES }
  const other = createLabProgram(
    '/labs/lesson/other',
    { files, packages: { distributed: older }, links: {}, build: DEFAULT_BUILD },
    parts,
  )
  expect(other.types.problems('/labs/lesson/other/main.ts')).toEqual([])
  expect(errorsIn('main.ts', files)).toHaveLength(1)
  other.dispose()
})

test('a file is read through the reader’s own link to it, with its latest text', () => {
  const files = {
    'main.ts': "import { size } from './linked/kit.ts'\nexport const s: string = size\n",
    'lib/kit.ts': '',
  }
  const parts = { typescript, registry, libraries: LANGUAGE_LIBRARIES }
  const linked = createLabProgram(
    '/labs/lesson/linked',
    { files, links: { linked: 'lib' }, packages: {}, build: DEFAULT_BUILD },
    parts,
  )
  const problems = () => linked.types.problems('/labs/lesson/linked/main.ts').map(({ text }) => text)
  expect(problems()).toEqual([expect.stringContaining("no exported member 'size'")])
  linked.write({ ...files, 'lib/kit.ts': "export const size = 'large'\n" })
  expect(problems()).toEqual([])
  linked.dispose()
})

test('a file that no disk could hold beside a package is no end of the types', () => {
  const misplaced = { 'node_modules/dask/distributed/own.ts': '', 'main.ts': 'export const n: number = 1\n' }
  const parts = { typescript, registry, libraries: LANGUAGE_LIBRARIES }
  const files = { 'main.ts': '' }
  const other = createLabProgram(
    '/labs/lesson/misplaced',
    { files, links: {}, packages: { distributed, dask }, build: DEFAULT_BUILD },
    parts,
  )
  other.write(misplaced)
  expect(other.types.problems('/labs/lesson/misplaced/main.ts')).toEqual([])
  other.dispose()
})
