/**
 * What the lesson shows is true: its transcripts are the recorded ones, and its samples come from the program and do what it says.
 *
 * To record again, in `transcripts/`: `python NAME.py > NAME.VERSION.txt` with that version of Dask, and in `java/`
 * `javac -d out Main.java plug/WorkerPlugin.java && java -cp out Main > ../java.txt`.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { type ProgramRun, unmet } from '#src/lab/goals.ts'
import { checksOf } from '#src/lab/reports.ts'
import { foldModules } from '#src/trace/model/modules.ts'
import { eventsOf, linesOf, openLessonLab, startEngine } from '../support/lesson-lab.ts'
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

const LESSON = 'ship-the-better-error'
const LAB = 'ship-the-better-error/explain'
const FILE = 'distributed/plugin.ts'
const STRANGERS = ['Direct', 'Indirect', 'Namesake', 'Duck'] as const

const engine = startEngine()
afterAll(engine.dispose)
const lab = await openLessonLab(engine, LAB)

testLabsOf(LESSON, engine)

describe.each(LANGUAGES)('the lesson in %s', (language) => {
  const lesson = readLesson(language, LESSON)
  const samples = fencesOf(lesson, 'ts')

  test('its transcripts are the recorded runs', () => {
    const programs = ['shipped.py', 'better.py'].map((name) => readTranscript(LAB, name))
    expect(fencesOf(lesson, 'python')).toEqual(programs)
    expect(fencesOf(lesson, 'java')).toEqual([readTranscript(LAB, 'java/Main.java')])
    const outputs = ['shipped.2026.7.1.txt', 'better.2026.7.1.txt', 'java.txt']
    expect(fencesOf(lesson, 'text')).toEqual(outputs.map((name) => readTranscript(LAB, name)))
  })

  test('the lines it quotes are lines of the program', () => {
    const program = Object.values(lab.start).flatMap(trimmedLines)
    expect(program).toEqual(expect.arrayContaining(samples.slice(0, 3).flatMap(trimmedLines)))
    expect(samples).toHaveLength(4)
  })

  test('its first experiment takes the line away that tells, and the direct subclass is a duck too', async () => {
    const told = samples[1] ?? ''
    const { Direct, Duck } = await messages(lab.edited(FILE, told, ''))
    expect(Direct).toBe(Duck)
  })

  test('its second experiment gives Indirect the message of Direct', async () => {
    const { Direct, Indirect, Duck } = await messages(lab.edited('plugins.ts', 'extends Direct', 'extends Twin'))
    expect(Indirect).toBe(Direct)
    expect(Indirect).not.toBe(Duck)
  })

  test('its third experiment goes by the name, and blames an import that the namesake has not', async () => {
    const condition = (samples[3] ?? '').trim()
    const { Direct, Namesake } = await messages(lab.edited('explain.ts', "module.includes('?via=dask')", condition))
    expect(Namesake).toBe(Direct)
    expect(Namesake).toContain('?via=dask')
    expect(lab.start['gadgets/plugin.ts']).not.toContain('distributed')
  })

  test('its table is what the program finds out about the bases', async () => {
    const rows = rowsOf(lesson).map(([name = '', ...facts]) => [name, ...facts.slice(0, 3)])
    const yes = language === 'en' ? 'yes' : '是'
    const table = rows.map(([name, ...facts]) => [name, ...facts.map((fact) => fact === yes)].join(' '))
    expect(linesOf(await lab.run({ 'main.ts': FACTS }))).toEqual(table)
    expect(table).toHaveLength(5)
  })
})

test('Indirect, Namesake and Duck get one message, and Direct another', async () => {
  const { Direct, Indirect, Namesake, Duck } = await messages({})
  expect([Indirect, Namesake]).toEqual([Duck, Duck])
  expect(Direct).not.toBe(Duck)
})

test('one file is evaluated under two keys, and the namesake’s file under one', async () => {
  const { doubled } = foldModules(eventsOf(await lab.run()))
  expect(doubled.map(({ instances }) => instances.map(({ key }) => key))).toEqual([[FILE, `${FILE}?via=dask`]])
})

test('instanceof walks the whole chain of Indirect, where explain takes one step', async () => {
  const walks = checksOf(eventsOf(await lab.run())).map(({ hops }) => hops.map(({ label }) => label))
  expect(walks).toContainEqual(['Indirect', 'Direct', 'WorkerPlugin', 'Object'])
})

test('the shipped message misses what the page says, on both versions of Dask', () => {
  const [direct = '', ...others] = readTranscript(LAB, 'shipped.2026.7.1.txt').trim().split('\n')
  expect(direct).toContain('dask.distributed.diagnostics.plugin')
  const older = readTranscript(LAB, 'shipped.2024.7.1.txt').trim().split('\n')
  expect(older.slice(1)).toEqual(others)
  const said = [...older, ...others].map((line) => line.slice(line.indexOf(': ')))
  expect(new Set(said).size).toBe(1)
})

test('the better check says the same on both versions of Dask', () => {
  expect(readTranscript(LAB, 'better.2024.7.1.txt')).toBe(readTranscript(LAB, 'better.2026.7.1.txt'))
})

test('where the map itself is evaluated twice, each half knows its own classes only', async () => {
  const main = `import './${FILE}'
import { WorkerPlugin } from './${FILE}'
import { originOf } from './origins.ts'
import { originOf as originOfSecond } from './origins.ts?again'

console.log(originOf(WorkerPlugin)?.module, originOfSecond(WorkerPlugin))`
  expect(linesOf(await lab.run({ 'main.ts': main }))).toEqual([`${FILE} null`])
})

test('the hidden program brings the same origins and bases as the shown one', () => {
  const { cases: hidden = {} } = lab.bench.kit.variants
  for (const file of ['origins.ts', FILE, 'gadgets/plugin.ts']) expect(hidden[file]).toBe(lab.start[file])
})

test('where the hidden program’s reports are drowned, no goal is met', async () => {
  const shown = await lab.run(lab.bench.kit.solution)
  const silent: ProgramRun = { kind: 'ran', trace: { events: [], outcome: { kind: 'completed' } } }
  for (const judge of Object.values(lab.bench.judge.goals)) {
    expect(judge({ shown, variant: () => silent })).toEqual(unmet('no-report'))
  }
})

test('both languages have the same samples, labs, links and tables', () => {
  const [english, chinese] = LANGUAGES.map((language) => sharedParts(readLesson(language, LESSON)))
  expect(chinese).toEqual(english)
})

/** Compares the topmost base of each plugin with the class of its name in the table. */
const FACTS = `import { NannyPlugin, SchedulerPlugin, WorkerPlugin } from './distributed/plugin.ts'
import { originOf } from './origins.ts'
import { Direct, Duck, Good, Indirect, Namesake } from './plugins.ts'

const table = [NannyPlugin, SchedulerPlugin, WorkerPlugin]

for (const Plugin of [Good, Direct, Indirect, Namesake, Duck]) {
  let base = Object.getPrototypeOf(Plugin.prototype)
  while (base !== Object.prototype && Object.getPrototypeOf(base) !== Object.prototype) base = Object.getPrototypeOf(base)
  const theirs = table.find(({ name }) => name === base.constructor.name)
  const [from, to] = [originOf(base.constructor), originOf(theirs)]
  const isSame = (fact) => from !== null && to !== null && from[fact] === to[fact]
  console.log(Plugin.name, theirs !== undefined, isSame('file'), isSame('module'))
}`

/** What is printed of each stranger. */
async function messages(changes: Parameters<typeof lab.run>[0]) {
  const lines = linesOf(await lab.run(changes))
  const messageOf = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
  return Object.fromEntries(STRANGERS.map((name) => [name, messageOf(name)]))
}
