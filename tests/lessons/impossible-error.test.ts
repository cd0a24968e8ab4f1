/**
 * What the lesson shows is true: its transcripts are the recorded ones, and its samples come from the program and do what it says.
 *
 * To record again: `pip install "dask[distributed]==VERSION"`, then `python monitor.py > VERSION.txt` in `transcripts/`.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { foldClasses } from '#src/trace/model/classes.ts'
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

const LESSON = 'impossible-error'
const LAB = 'impossible-error/register'
const DEEP = 'dask/distributed/diagnostics/plugin'

const engine = startEngine()
afterAll(engine.dispose)
const lab = await openLessonLab(engine, LAB)

testLabsOf(LESSON, engine)

describe.each(LANGUAGES)('the lesson in %s', (language) => {
  const lesson = readLesson(language, LESSON)
  const samples = fencesOf(lesson, 'ts')

  test('its transcripts are the recorded runs', () => {
    expect(fencesOf(lesson, 'python')).toEqual([readTranscript(LAB, 'monitor.py')])
    const outputs = fencesOf(lesson, 'text')
    expect(outputs.slice(1)).toEqual([readTranscript(LAB, '2024.7.1.txt'), readTranscript(LAB, '2026.7.1.txt')])
  })

  test('the error it opens with is the one that Dask 2024.7.1 gave', () => {
    const [error] = readTranscript(LAB, '2024.7.1.txt').split('\n')
    expect(fencesOf(lesson, 'text')[0]).toBe(`${error}\n`)
  })

  test('the lines it quotes are lines of the program', () => {
    const program = Object.values(lab.start).flatMap(trimmedLines)
    const quoted = samples.slice(0, 2).flatMap(trimmedLines)
    expect(program).toEqual(expect.arrayContaining(quoted))
  })

  test('its first experiment prints what it says', async () => {
    const run = await lab.run({ 'monitor.ts': `${lab.start['monitor.ts']}\n${samples[2]}` })
    expect(linesOf(run).slice(0, 2)).toEqual(['WorkerPlugin WorkerPlugin', 'false'])
    expect(lesson).toMatch(/`WorkerPlugin WorkerPlugin`.{1,20}`false`/)
  })

  test('its second experiment fails as it says', async () => {
    const texts = diagnosticsOf(await lab.run(importing(`${DEEP}s`)))
    expect(texts).toEqual([`Could not resolve "${DEEP}s"`])
    expect(lesson).toContain(`\`${texts[0]}\``)
  })

  test('its third experiment shows a stack that leads from main.ts into the client, and no worker', async () => {
    const events = eventsOf(await lab.run(lab.edited('main.ts', 'console.error(error)', 'throw error')))
    const files = events.flatMap((event) =>
      event.kind === 'uncaught' ? event.error.frames.map(({ file }) => file) : [],
    )
    expect([...new Set(files)]).toEqual(['node_modules/distributed/client.ts', 'main.ts'])
    expect(events.filter(({ kind }) => kind === 'console')).toEqual([])
  })

  test.each(rowsOf(lesson))('its table is right about %s', async (specifier = '', identity = '') => {
    const { classes } = foldClasses(eventsOf(await lab.run(importing(specifier))))
    const [base] = classes.find(({ name }) => name === 'TaskMonitor')?.chain ?? []
    const { name, ordinal } = classes.find(({ id }) => id === base) ?? {}
    expect(`${name} #${ordinal}`).toBe(identity)
  })

  test('its table has every spelling', () => {
    expect(rowsOf(lesson).map(([specifier]) => specifier)).toEqual([
      'distributed',
      'distributed/diagnostics/plugin',
      'dask/distributed',
      DEEP,
    ])
  })
})

test('both languages have the same samples, labs and links', () => {
  const [english, chinese] = LANGUAGES.map((language) => sharedParts(readLesson(language, LESSON)))
  expect(chinese).toEqual(english)
})

function importing(specifier: string) {
  return lab.edited('monitor.ts', `'${DEEP}'`, `'${specifier}'`)
}
