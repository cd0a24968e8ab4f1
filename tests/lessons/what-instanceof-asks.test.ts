/**
 * What the second lesson shows is true: its samples do in the lab what the page says, and its transcript is the recorded one.
 *
 * To record again: `python walk.py > walk.txt` in `transcripts/`.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { type ProgramRun, unmet } from '#src/lab/goals.ts'
import { checksOf } from '#src/lab/reports.ts'
import { foldClasses } from '#src/trace/model/classes.ts'
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

const LESSON = 'what-instanceof-asks'
const LAB = 'what-instanceof-asks/walk'
const NAMESAKE = 'const Namesake = makeClass()\n'
const DUCK = "const duck = { setup: () => 'ready' }\n"

const engine = startEngine()
afterAll(engine.dispose)
const lab = await openLessonLab(engine, LAB)

testLabsOf(LESSON, engine)

describe.each(LANGUAGES)('the lesson in %s', (language) => {
  const lesson = readLesson(language, LESSON)
  const [classes = '', values = '', unnamed = '', moved = '', unlinked = ''] = fencesOf(lesson, 'ts')

  test('its transcript is the recorded run', () => {
    expect(fencesOf(lesson, 'python')).toEqual([readTranscript(LAB, 'walk.py')])
    expect(fencesOf(lesson, 'text')).toEqual([readTranscript(LAB, 'walk.txt')])
  })

  test('the lines it quotes are lines of the program, and so are its three questions', () => {
    const program = Object.values(lab.start).flatMap(trimmedLines)
    expect(program).toEqual(expect.arrayContaining([...trimmedLines(classes), ...trimmedLines(values)]))
    const questions = [...lesson.matchAll(/^\d\. `(.+)`$/gm)].map(([, question]) => question)
    expect(questions).toHaveLength(3)
    for (const question of questions) expect(lab.start['main.ts']).toContain(`show(${question}, walk(`)
  })

  test('the two answers differ in the first line alone', async () => {
    expect(await operatorAndWalk({})).toEqual({ operator: [false, true, false], walk: [true, true, false] })
  })

  test('its first experiment takes the name away, and only walk changes its mind', async () => {
    const changes = lab.edited('main.ts', NAMESAKE, NAMESAKE + unnamed)
    expect(await operatorAndWalk(changes)).toEqual({ operator: [false, true, false], walk: [false, true, false] })
  })

  test('its second experiment touches no method, and turns the third answer', async () => {
    const changes = lab.edited('main.ts', DUCK, DUCK + moved)
    expect((await operatorAndWalk(changes)).operator).toEqual([false, true, true])
  })

  test('its third experiment makes a constructed object no instance', async () => {
    const run = await lab.run({ 'main.ts': `${lab.start['main.ts']}\n${unlinked}` })
    expect(linesOf(run).slice(-2)).toEqual(['true', 'false'])
  })

  test.each(rowsOf(lesson))('its table is right about %s', async (question = '', answer = '') => {
    const run = await lab.run({ 'main.ts': `console.log(${question})` })
    expect(linesOf(run)).toEqual([answer])
  })

  test('its table has every question', () => {
    expect(rowsOf(lesson)).toHaveLength(5)
  })
})

test('a class definition that runs twice makes two classes of one name, and no module runs twice', async () => {
  const events = eventsOf(await lab.run())
  const twins = foldClasses(events).classes.filter(({ name }) => name === 'WorkerPlugin')
  expect(twins.map(({ ordinal }) => ordinal)).toEqual([1, 2])
  const evaluated = events.filter(({ kind }) => kind === 'module-evaluated')
  expect(evaluated).toHaveLength(2)
})

test('the walk meets what the page says: the first prototype of unmade, and Object.prototype above the duck', async () => {
  const [, unmade, duck] = checksOf(eventsOf(await lab.run()))
  expect(unmade?.hops.map(({ met }) => met)).toEqual([true])
  expect(duck?.hops.map(({ label }) => label)).toEqual(['Object'])
})

test('a bound function is the one right side that the mended walk does not master', async () => {
  const main = `import { walk } from './walk.ts'
class Base {}
const bound = Base.bind(null)
console.log(new Base() instanceof bound, walk(new Base(), bound).answer, 'prototype' in bound)`
  const run = await lab.run({ ...lab.bench.kit.solution, 'main.ts': main })
  expect(linesOf(run)).toEqual(['true false false'])
})

test('a Symbol.hasInstance answers in place of the walk, for subclasses too', async () => {
  const main = `class Anyone { static [Symbol.hasInstance]() { return true } }
class Some extends Anyone {}
console.log(5 instanceof Anyone, {} instanceof Some)`
  expect(linesOf(await lab.run({ 'main.ts': main }))).toEqual(['true true'])
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

/** The answers to the three questions, as the console has them. */
async function operatorAndWalk(changes: Parameters<typeof lab.run>[0]) {
  const lines = linesOf(await lab.run(changes))
  const said = lines.map((line) => /instanceof says (true|false), walk says (true|false)/.exec(line) ?? [])
  return {
    operator: said.map(([, operator]) => operator === 'true'),
    walk: said.map(([, , walk]) => walk === 'true'),
  }
}
