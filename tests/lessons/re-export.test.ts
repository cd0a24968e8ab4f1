/**
 * What the lesson shows is true: its transcripts are the recorded ones, and its samples come from the program and do what it says.
 *
 * To record again: `pip install "dask[distributed]==VERSION"`, then `python NAME.py > NAME.VERSION.txt` in `transcripts/`.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { foldClasses } from '#src/trace/model/classes.ts'
import { foldModules } from '#src/trace/model/modules.ts'
import { diagnosticsOf, eventsOf, linesOf, openLessonLab, startEngine } from '../support/lesson-lab.ts'
import { testLabsOf } from '../support/lesson-labs.ts'
import { fencesOf, LANGUAGES, readLesson, readTranscript, rowsOf, trimmedLines } from '../support/lesson-page.ts'

const LESSON = 're-export'
const LAB = 're-export/shim'
const SHIM = 'node_modules/dask/distributed.ts'
const MAP = 'node_modules/dask/package.json'
const DEEP = 'dask/distributed/diagnostics/plugin'
const PLUGIN = 'node_modules/distributed/diagnostics/plugin.ts'
const MIDDLE = 'node_modules/distributed/diagnostics/index.ts'

const engine = startEngine()
afterAll(engine.dispose)
const lab = await openLessonLab(engine, LAB)

testLabsOf(LESSON, engine)

describe.each(LANGUAGES)('the lesson in %s', (language) => {
  const lesson = readLesson(language, LESSON)
  const samples = fencesOf(lesson, 'ts')

  test('its transcripts are the recorded runs', () => {
    const programs = ['spellings.py', 'shim/diagnostics/plugin.py', 'rebuilt.py', 'aliased.py']
    expect(fencesOf(lesson, 'python')).toEqual(programs.map((name) => readTranscript(LAB, name)))
    const outputs = ['spellings.2024.7.1.txt', 'rebuilt.2026.7.1.txt', 'aliased.2026.7.1.txt']
    expect(fencesOf(lesson, 'text')).toEqual(outputs.map((name) => readTranscript(LAB, name)))
  })

  test('the lines it quotes are lines of the program', () => {
    const program = Object.values(lab.start).flatMap(trimmedLines)
    const quoted = [samples[0] ?? '', ...fencesOf(lesson, 'json')].flatMap(trimmedLines)
    expect(program).toEqual(expect.arrayContaining(quoted))
  })

  test('its first experiment prints what it says, and makes no class', async () => {
    const run = await lab.run(withLines(samples[1]))
    expect(linesOf(run).at(-1)).toBe('true true')
    const classNames = async (changes = {}) =>
      foldClasses(eventsOf(await lab.run(changes))).classes.map(({ name, ordinal }) => `${name} #${ordinal}`)
    expect((await classNames(withLines(samples[1]))).toSorted()).toEqual((await classNames()).toSorted())
  })

  test('its second experiment evaluates a file again, and finds one class', async () => {
    const run = await lab.run(withLines(samples[2]))
    expect(linesOf(run).at(-1)).toBe('true')
    expect(instancesOf(run, MIDDLE)).toHaveLength(2)
  })

  test('its third experiment has one module and one class left', async () => {
    const run = await lab.run(lab.edited('main.ts', `'${DEEP}'\n`, "'dask/distributed'\n"))
    expect(linesOf(run).map((line) => line.split(' ').at(-1))).toEqual(['true', 'true', 'true', 'true'])
    expect(instancesOf(run, PLUGIN)).toHaveLength(1)
  })

  test.each(rowsOf(lesson))('its table is right about %s', async (offer, _what, answer) => {
    const line = offer?.replace('{ … }', '{ setup() {} }').replace(/，.*| with .*/, '') ?? ''
    const shim = `import { WorkerPlugin as Theirs } from 'distributed'\nexport { Theirs }\n${line}\n`
    const run = await lab.run({ ...lab.bench.kit.solution, [SHIM]: shim })
    expect(linesOf(run)[2]).toBe(`deep ${['yes', '是'].includes(answer ?? '')}`)
  })

  test('a map without its third line refuses the long path as it says', async () => {
    const run = await lab.run(lab.edited(MAP, ',\n    "./distributed/*": "./distributed/*.ts"', ''))
    const [text = ''] = diagnosticsOf(run)
    expect(lesson).toContain(`\`${text}\``)
  })

  test('one file for every path answers a misspelt path too, as it says', async () => {
    const misspelt = lab.edited('main.ts', `'${DEEP}'`, `'${DEEP}s'`)
    expect(linesOf(await lab.run({ ...lab.bench.kit.solution, ...misspelt }))).toHaveLength(4)
  })
})

test('both releases of Dask printed the same', () => {
  for (const name of ['spellings', 'rebuilt', 'aliased']) {
    expect(readTranscript(LAB, `${name}.2024.7.1.txt`)).toBe(readTranscript(LAB, `${name}.2026.7.1.txt`))
  }
})

test('the middle path hands on the class of the real module in both releases, as in the lab', () => {
  expect(readTranscript(LAB, 'spellings.2026.7.1.txt')).toMatch(/^dask\.distributed\.diagnostics: +True$/m)
})

test('each module of the rebuilt Python package is one line', () => {
  for (const name of ['shim/__init__.py', 'shim/diagnostics/__init__.py', 'shim/diagnostics/plugin.py']) {
    expect(readTranscript(LAB, name)).toMatch(/^from distributed[\w.]* import \*\n$/)
  }
})

function withLines(sample = '') {
  return { 'main.ts': `${lab.start['main.ts']}\n${sample}` }
}

function instancesOf(run: Awaited<ReturnType<typeof lab.run>>, file: string) {
  return foldModules(eventsOf(run)).files.find((each) => each.file === file)?.instances ?? []
}
