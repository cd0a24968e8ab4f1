/**
 * What the lesson shows is true: its transcripts are the recorded ones, and its samples, experiments and table are what the programs do.
 *
 * To record again: `pip install "dask[distributed]==VERSION"`, then `python -W ignore monitor.py > monitor.VERSION.txt` in
 * `transcripts/`, and so for the others; `killed.py` is told a file to write to.
 */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { judgeGoals, runProgram } from '#src/lab/judge.ts'
import { projectOf } from '#src/lab/project.ts'
import { DEFAULT_LIMITS } from '#src/runner/protocol.ts'
import { consoleText } from '#src/trace/model/preview-text.ts'
import { eventsOf, type LessonLab, linesOf, openLessonLab, startEngine } from '../support/lesson-lab.ts'
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

const LESSON = 'a-complete-plugin'
const RUN = { limits: DEFAULT_LIMITS, signal: new AbortController().signal }
const VERSIONS = ['2024.7.1', '2026.7.1']
/** The rows of the lesson's table, as the program in `tests/fixtures/plugin-life/` calls them. */
const STEPS = ['registered', 'joins', 'leaves', 'again', 'restart', 'unregistered', 'closes']

const engine = startEngine()
afterAll(engine.dispose)
const [monitor, guard, environment] = await Promise.all([
  openLessonLab(engine, 'a-complete-plugin/monitor'),
  openLessonLab(engine, 'a-complete-plugin/guard'),
  openLessonLab(engine, 'a-complete-plugin/environment'),
])

testLabsOf(LESSON, engine)

describe.each(LANGUAGES)('the lesson in %s', (language) => {
  const lesson = readLesson(language, LESSON)
  const samples = fencesOf(lesson, 'ts')
  const [, , held = '', , removed = '', idempotent = '', , nannies = ''] = samples

  test('its transcripts are the recorded runs', () => {
    expect(fencesOf(lesson, 'python')).toEqual([
      readTranscript('a-complete-plugin/monitor', 'monitor.py'),
      readTranscript('a-complete-plugin/guard', 'half-way.py'),
      readTranscript('a-complete-plugin/environment', 'environment.py'),
    ])
    expect(fencesOf(lesson, 'text')).toEqual([
      readTranscript('a-complete-plugin/monitor', 'monitor.2026.7.1.txt'),
      readTranscript('a-complete-plugin/guard', 'half-way.2024.7.1.txt'),
      readTranscript('a-complete-plugin/environment', 'environment.2026.7.1.txt'),
      readTranscript('a-complete-plugin/guard', 'killed.2026.7.1.txt'),
    ])
  })

  test('the lines it quotes are lines of the programs', () => {
    const program = [monitor, guard, environment].flatMap(({ start }) => Object.values(start).flatMap(trimmedLines))
    const quoted = [0, 1, 3, 6].flatMap((index) => trimmedLines(samples[index] ?? ''))
    expect(program).toEqual(expect.arrayContaining(quoted))
  })

  test('its first experiment finds the missing readings on the worker', async () => {
    const before = 'await cluster.scale(0)'
    const lines = linesOf(await monitor.run(monitor.edited('main.ts', before, `${held}${before}`)))
    const line = lines.find((one) => one.startsWith('still held:')) ?? ''
    for (const task of ['test', 'rank', 'save']) expect(line).toContain(`task: "${task}"`)
    expect(line.match(/task:/g)).toHaveLength(3)
  })

  test('its second experiment leaves all eight', async () => {
    const before = 'await client.close()'
    const lines = linesOf(await guard.run(guard.edited('main.ts', before, `${removed}${before}`)))
    expect(lines.at(-1)).toMatch(/^all is closed: 8 /)
  })

  test('its third experiment leaves six', async () => {
    const before = '  connection: Handle'
    const lines = linesOf(await guard.run(guard.edited('guard.ts', before, `  ${idempotent}${before}`)))
    expect(lines.at(-1)).toMatch(/^all is closed: 6 /)
  })

  test('its fourth experiment shows what both nannies have', async () => {
    const after = "console.log('registered:', await look())\n"
    const lines = linesOf(await environment.run(environment.edited('main.ts', after, `${after}${nannies}`)))
    expect(lines.slice(0, 3)).toEqual([
      'registered: { worker-0: "not set", worker-1: "1" }',
      'nanny-0 { THREADS: "1" }',
      'nanny-1 { THREADS: "1" }',
    ])
  })

  test.each(VERSIONS)('its table is what workers and nannies call on %s', async (dask) => {
    const calls = await lifeOn(dask)
    const cells = STEPS.map((step) => ['worker', 'nanny'].map((kind) => calls(step, kind).join(', ') || '–'))
    expect(rowsOf(lesson).map((row) => row.slice(1))).toEqual(cells)
  })
})

test('a task takes as long as its sleep says and one millisecond more', async () => {
  const table = eventsOf(await monitor.run()).find((event) => event.kind === 'console-table')
  expect(table?.kind === 'console-table' ? consoleText(table) : '').toContain('load')
  expect(JSON.stringify(table)).toContain('"text":"31"')
})

test('what the pool misses at each step is what real Dask left there', async () => {
  const lines = linesOf(await guard.run(guard.bench.kit.solution)).slice(0, 5)
  const counts = lines.map((line) => Number(/: (\d+)/.exec(line)?.[1]))
  for (const version of VERSIONS) {
    const recorded = readTranscript('a-complete-plugin/guard', `guard.${version}.txt`).trimEnd().split('\n')
    const workers = recorded.map((line) => line.match(/\d/g)?.length ?? 0)
    expect(counts.map((count) => count / 2)).toEqual(workers)
  }
})

test.each([
  ['monitor', 'monitor'],
  ['guard', 'half-way'],
  ['guard', 'killed'],
  ['environment', 'environment'],
])('both recorded releases say the same: %s %s', (lab, name) => {
  const [older, newer] = VERSIONS.map((version) => readTranscript(`a-complete-plugin/${lab}`, `${name}.${version}.txt`))
  expect(newer).toBe(older)
})

test.each(VERSIONS)('every solution meets every goal on %s', async (dask) => {
  for (const lab of [monitor, guard, environment]) {
    const project = { ...projectOf(lab.bench.config, { ...lab.start, ...lab.bench.kit.solution }), dask }
    const shown = await runProgram(engine, lab.bench, { project, ...RUN })
    const verdicts = await judgeGoals(engine, lab.bench, { project, ...RUN, shown })
    expect(verdicts.filter(({ verdict }) => !verdict.met)).toEqual([])
  }
})

test('both languages have the same samples, labs and links', () => {
  const [english, chinese] = LANGUAGES.map((language) => sharedParts(readLesson(language, LESSON)))
  expect(chinese).toEqual(english)
})

/** Which hooks of the plugins are called in each step, by the kind of process. */
async function lifeOn(dask: string): Promise<(step: string, kind: string) => readonly string[]> {
  const { bench, start }: LessonLab = monitor
  const main = readFileSync('tests/fixtures/plugin-life/main.ts', 'utf8')
  const project = { ...projectOf(bench.config, { ...start, 'main.ts': main }), dask }
  const calls = new Map<string, string[]>()
  let step = ''
  let number = ''
  for (const event of eventsOf(await runProgram(engine, bench, { project, ...RUN }))) {
    if (event.kind === 'console') [step = '', number = ''] = consoleText(event).split(' ')
    if (event.kind !== 'hook-called' || event.process !== `${event.pluginKind}-${number}`) continue
    const place = `${step} ${event.pluginKind}`
    calls.set(place, [...(calls.get(place) ?? []), event.hook])
  }
  return (asked, kind) => calls.get(`${asked} ${kind}`) ?? []
}
