/**
 * What the third lesson shows is true: its samples do in the lab what the page says, its Python transcript is the recorded
 * one, and what it says of Node is asked of Node. `tests/browser/module-keys.spec.ts` asks the browser.
 *
 * To record again: `python keys.py > python.txt` and `node keys.mjs > node.txt` in `transcripts/`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ProgramRun, unmet } from '#src/lab/goals.ts'
import type { Files } from '#src/lab/project.ts'
import { foldClasses } from '#src/trace/model/classes.ts'
import { foldModules } from '#src/trace/model/modules.ts'
import { diagnosticsOf, eventsOf, linesOf, openLessonLab, startEngine } from '../support/lesson-lab.ts'
import { testLabsOf } from '../support/lesson-labs.ts'
import {
  fencesOf,
  LANGUAGES,
  readLesson,
  readTranscript,
  rowsOf,
  sharedParts,
  trimmedLines,
} from '../support/lesson-page.ts'
import { keyRowsOf, LINK, MODULE } from '../support/module-keys.ts'

const LESSON = 'once-per-key'
const LAB = 'once-per-key/two-spellings'
const SUFFIXED = './plugin.ts?v=2'

const engine = startEngine()
const lab = await openLessonLab(engine, LAB)
const folder = mkdtempSync(join(tmpdir(), 'module-keys-'))

beforeAll(() => {
  for (const [name, type, text] of [
    ['import', 'module', 'export class WorkerPlugin {}'],
    ['require', 'commonjs', 'exports.WorkerPlugin = class WorkerPlugin {}'],
  ] as const) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ type }))
    writeFileSync(join(folder, name, MODULE), text)
    symlinkSync(MODULE, join(folder, name, LINK))
  }
})

afterAll(() => {
  engine.dispose()
  rmSync(folder, { recursive: true })
})

testLabsOf(LESSON, engine)

describe.each(LANGUAGES)('the lesson in %s', (language) => {
  const lesson = readLesson(language, LESSON)
  const samples = fencesOf(lesson, 'ts')
  const [moreImports = '', bothInOneHand = ''] = samples.slice(4)

  test('its transcripts are the recorded runs', () => {
    expect(fencesOf(lesson, 'js')).toEqual([readTranscript(LAB, 'keys.mjs')])
    expect(fencesOf(lesson, 'python')).toEqual([readTranscript(LAB, 'keys.py')])
    expect(fencesOf(lesson, 'text')).toEqual([readTranscript(LAB, 'node.txt'), readTranscript(LAB, 'python.txt')])
  })

  test('the lines it quotes are lines of the program', () => {
    const program = Object.values(lab.start).flatMap(trimmedLines)
    expect(program).toEqual(expect.arrayContaining(samples.slice(0, 4).flatMap(trimmedLines)))
  })

  test('its first experiment adds four imports and one evaluation', async () => {
    const run = await lab.run({ 'main.ts': `${moreImports}${lab.start['main.ts']}` })
    expect(linesOf(run).filter((line) => line === 'plugin.ts runs')).toHaveLength(3)
    expect(keysOf(run)).toContain('plugin.ts?v=3')
  })

  test('its second experiment shows that nothing was replaced', async () => {
    const before = linesOf(await lab.run())
    const run = await lab.run({ 'main.ts': `${lab.start['main.ts']}\n${bothInOneHand}` })
    expect(linesOf(run)).toEqual([...before, 'false false'])
    expect(lesson).toContain('`false false`')
  })

  test('its third experiment takes the path for a path and the suffix for none', async () => {
    const texts = diagnosticsOf(await lab.run(importing('./plugins.ts?v=2')))
    expect(texts).toEqual(['Could not resolve "./plugins.ts?v=2"'])
    expect(lesson).toContain(`\`${texts[0]}\``)
    expect(keysOf(await lab.run(importing('./plugin.ts?whatever')))).toEqual(['plugin.ts', 'plugin.ts?whatever'])
    expect(lesson).toContain('`./plugin.ts?whatever`')
  })

  test.each(rowsOf(lesson).filter((row) => row.length === 2))(
    'its table is right about the key of %s',
    async (specifier = '', key = '') => {
      expect(await keyOfBase(importing(specifier))).toBe(key)
    },
  )

  test('its tables have every spelling', () => {
    expect(rowsOf(lesson).map(([text]) => text?.split(/[,，]/)[0])).toEqual([
      './plugin',
      './a/../plugin.ts',
      '#plugin',
      './plugin.ts#2',
      'dask/distributed/diagnostics/plugin',
      './a/../p.js',
      './%70.js',
      './p.js?v=2',
      './p.js#2',
      './link.js',
    ])
  })

  test.each(keyRowsOf(lesson))('its table is right about $specifier in Node', ({ specifier, inNode, byRequire }) => {
    expect(askNode('import', specifier)).toBe(inNode)
    expect(askNode('require', specifier)).toBe(byRequire)
  })
})

test('Node prints what was recorded', () => {
  const output = execFileSync(process.execPath, ['keys.mjs'], {
    cwd: join(process.cwd(), 'content/labs', LAB, 'transcripts'),
    encoding: 'utf8',
  })
  expect(output).toBe(readTranscript(LAB, 'node.txt'))
})

test('of three spellings two end in one key, in the order that the page tells', async () => {
  const run = await lab.run()
  expect(keysOf(run)).toEqual(['plugin.ts', 'plugin.ts?v=2'])
  expect(linesOf(run)).toEqual(['plugin.ts runs', 'plugin.ts runs', 'plain plugin: true', 'monitor: false'])
  const twins = foldClasses(eventsOf(run)).classes.filter(({ name }) => name === 'WorkerPlugin')
  expect(twins.map(({ ordinal, module }) => [ordinal, module])).toEqual([
    [1, 'plugin.ts'],
    [2, 'plugin.ts?v=2'],
  ])
})

test('an alias in the paths of a tsconfig.json ends in the file’s own key', async () => {
  const paths = { '@plugin': ['./plugin.ts'] }
  const config = { 'tsconfig.json': JSON.stringify({ compilerOptions: { paths } }) }
  expect(await keyOfBase({ ...importing('@plugin'), ...config })).toBe('plugin.ts')
})

test('where the hidden program’s reports are drowned, no goal is met', async () => {
  const shown = await lab.run(lab.bench.kit.solution)
  const silent: ProgramRun = { kind: 'ran', trace: { events: [], outcome: { kind: 'completed' } } }
  for (const judge of Object.values(lab.bench.judge.goals)) {
    expect(judge({ shown, variant: () => silent })).toEqual(unmet('no-report'))
  }
})

test('both languages have the same samples, labs, links and tables', () => {
  const [english, chinese] = LANGUAGES.map((language) => readLesson(language, LESSON))
  expect(sharedParts(chinese ?? '')).toEqual(sharedParts(english ?? ''))
  expect(keyRowsOf(chinese ?? '')).toEqual(keyRowsOf(english ?? ''))
})

function importing(specifier: string): Files {
  return lab.edited('monitor.ts', `'${SUFFIXED}'`, `'${specifier}'`)
}

/** The keys under which plugin.ts ran. */
function keysOf(run: ProgramRun): readonly string[] {
  const instances = foldModules(eventsOf(run)).files.find(({ file }) => file === 'plugin.ts')?.instances ?? []
  return instances.map(({ key }) => key)
}

/** The key of the module that made the base of TaskMonitor. */
async function keyOfBase(changes: Files): Promise<string | undefined> {
  const { classes, byId } = foldClasses(eventsOf(await lab.run(changes)))
  const base = classes.find(({ name }) => name === 'TaskMonitor')?.base
  return base == null ? undefined : byId.get(base)?.module?.replace(/^node_modules\//, '')
}

/** Asks Node itself whether a spelling gives the module that `./p.js` gave. */
function askNode(kind: 'import' | 'require', specifier: string): string {
  const program = `
    const load = async (specifier) => ${kind}(specifier)
    const first = load('./${MODULE}')
    const found = load('${specifier}').catch(({ code }) => code)
    Promise.all([first, found]).then(([{ WorkerPlugin }, other]) => {
      if (other === 'MODULE_NOT_FOUND') console.log('not found')
      else console.log(other.WorkerPlugin === WorkerPlugin ? 'one' : 'two')
    })`
  const input = ['--input-type', kind === 'import' ? 'module' : 'commonjs', '--eval', program]
  return execFileSync(process.execPath, input, { cwd: join(folder, kind), encoding: 'utf8' }).trim()
}
