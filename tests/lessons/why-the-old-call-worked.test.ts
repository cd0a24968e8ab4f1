/**
 * What the lesson shows is true: its transcripts are the recorded ones, and its samples and tables are what the program does, version by version.
 *
 * To record again: `pip install "dask[distributed]==VERSION"`, then `python ledger.py > ledger.VERSION.txt` in `transcripts/`, and so for the others.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { judgeGoals, runProgram } from '#src/lab/judge.ts'
import { type Files, projectOf } from '#src/lab/project.ts'
import { DEFAULT_LIMITS } from '#src/runner/protocol.ts'
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

const LESSON = 'why-the-old-call-worked'
const RUN = { limits: DEFAULT_LIMITS, signal: new AbortController().signal }
const LAB = 'why-the-old-call-worked/two-gates'
const VERSIONS = ['2023.9.1', '2024.7.1', '2024.10.0', '2026.7.1']
const METHODS = { registerPlugin: 'register_plugin', registerWorkerPlugin: 'register_worker_plugin' } as const
const WORDS = {
  en: {
    absent: 'does not exist',
    gone: 'does not exist',
    taken: 'takes both',
    refused: 'refuses:',
    yes: 'there',
    no: 'not there',
  },
  'zh-cn': { absent: '还没有', gone: '已经没有', taken: '两个都收', refused: '拒绝：', yes: '有', no: '没有' },
}

const engine = startEngine()
afterAll(engine.dispose)
const lab = await openLessonLab(engine, LAB)
const { config, kit } = lab.bench

testLabsOf(LESSON, engine)

describe.each(LANGUAGES)('the lesson in %s', (language) => {
  const lesson = readLesson(language, LESSON)
  const samples = fencesOf(lesson, 'ts')
  const rows = rowsOf(lesson)
  const [refusals = '', ledgerOutput, mendedOutput] = fencesOf(lesson, 'text')
  const [ledger = '', mendedLines = ''] = fencesOf(lesson, 'python')
  const words = WORDS[language]

  test('its transcripts are the recorded runs', () => {
    expect(ledger).toBe(readTranscript(LAB, 'ledger.py'))
    expect(ledgerOutput).toBe(readTranscript(LAB, 'ledger.2024.7.1.txt'))
    expect(mendedOutput).toBe(readTranscript(LAB, 'mended.2026.7.1.txt'))
  })

  test('the mended script differs from the other in the two lines that it shows', () => {
    const before = ledger.split('\n')
    const changed = readTranscript(LAB, 'mended.py')
      .split('\n')
      .filter((line) => !before.includes(line))
    expect(changed).toEqual(mendedLines.trimEnd().split('\n'))
  })

  test('the lines it quotes are lines of the program', () => {
    const program = Object.values(lab.start).flatMap(trimmedLines)
    expect(program).toEqual(expect.arrayContaining(samples.slice(0, 3).flatMap(trimmedLines)))
  })

  test('its first experiment prints what it says', async () => {
    const condition = "if (start === 'processing'"
    const lines = linesOf(await lab.run(lab.edited('ledger.ts', condition, `${samples[3]}    ${condition}`)))
    expect(lines.filter((line) => line === 'the ledger hears executing memory')).toHaveLength(2)
    expect(lines.filter((line) => line.includes('processing'))).toEqual([])
  })

  test('its second experiment ends as it says', async () => {
    expect(linesOf(await runOn('2026.7.1')).at(-1)).toBe('TypeError: client.registerWorkerPlugin is not a function')
    const old = linesOf(await runOn('2023.9.1'))
    expect(old.filter((line) => line.includes('Warning') || line.includes('ledger'))).toEqual([])
  })

  test('its table has every version, in order of release', () => {
    expect(rows.slice(3).map(([version]) => version)).toEqual(VERSIONS)
    expect([config.dask, ...config.versions].toSorted()).toEqual(VERSIONS.toSorted())
  })

  test.each(rows.slice(3))('its table is right about %s', async (version = '', current, old, warnings) => {
    expect(await cellOf(version, 'registerPlugin')).toBe(current)
    expect(await cellOf(version, 'registerWorkerPlugin')).toBe(old)
    const warned = eventsOf(await runOn(version)).filter(({ kind }) => kind === 'warned')
    const plugins = 2
    expect(warned.length / plugins).toBe(Number(warnings))
  })

  test.each(rows.slice(0, 3))(
    'its table is right about what a worker finds under %s',
    async (hook = '', monitor, its) => {
      const events = eventsOf(await lab.run())
      const called = (plugin: string) =>
        events.some((event) => event.kind === 'hook-called' && event.hook === hook && event.plugin.startsWith(plugin))
      expect([monitor, its]).toEqual([called('TaskMonitor'), called('Ledger')].map((is) => (is ? words.yes : words.no)))
    },
  )

  /** What a version answers to both plugins, in the words of the table. */
  async function cellOf(version: string, method: keyof typeof METHODS): Promise<string> {
    const run = await runOn(version, method)
    const lines = linesOf(run)
    if (lines.at(-1) === `TypeError: client.${method} is not a function`)
      return method === 'registerPlugin' ? words.absent : words.gone
    const refusal = refusals.split('\n').find((line) => lines.at(-1) === `TypeError: ${line.slice('A: '.length)}`)
    if (refusal !== undefined) return `${words.refused}${language === 'en' ? ' ' : ''}${refusal[0]}`
    expect(lines.filter((line) => line.includes('status: "OK"'))).toHaveLength(2)
    return words.taken
  }
})

test('each half of the mend falls short as the lesson says', async () => {
  const call = await lab.run({ 'main.ts': kit.solution['main.ts'] ?? '' })
  expect(linesOf(call)).toEqual([expect.stringContaining('TypeError: Registering duck-typed')])

  const { 'ledger.ts': ledger = '', 'monitor.ts': monitor = '' } = kit.solution
  const imports = { 'ledger.ts': ledger, 'monitor.ts': monitor }
  const now = linesOf(await lab.run(imports))
  expect(now).toContain('tasks done: 2')
  const before = linesOf(await runOn('2023.9.1', 'registerWorkerPlugin', imports))
  expect(before.filter((line) => line.includes('ledger') || line.includes('done'))).toEqual([])
})

test('real Dask answers the canonical ledger at the old call as the lesson says', () => {
  expect(readTranscript(LAB, 'canonical.2023.9.1.txt')).toBe('on the scheduler: False\n')
  const lines = readTranscript(LAB, 'canonical.2024.7.1.txt').trimEnd().split('\n')
  expect(lines.filter((line) => line.includes('Warning'))).toHaveLength(2)
  expect(lines.at(-1)).toBe('on the scheduler: True')
})

test.each(VERSIONS)('real Dask %s says of the monitor at both gates what the lab says', async (version) => {
  const recorded = readTranscript(LAB, `gates.${version}.txt`)
    .split(/^-- .*\n/m)
    .slice(1)
  for (const [index, [method, python]] of Object.entries(METHODS).entries()) {
    const theirs = recorded[index]?.trimEnd().split('\n') ?? []
    const lines = linesOf(await runOn(version, method as keyof typeof METHODS))
    if (theirs[0] === `AttributeError: 'Client' object has no attribute '${python}'`)
      expect(lines).toEqual([`TypeError: client.${method} is not a function`])
    else if (theirs[0]?.startsWith('TypeError')) expect(lines).toEqual(theirs)
    else expect(lines.slice(0, theirs.length - 2)).toEqual(theirs.slice(2))
  }
})

test.each(VERSIONS.slice(1))('the solution meets every goal on %s', async (dask) => {
  const project = { ...projectOf(config, { ...lab.start, ...kit.solution }), dask }
  const shown = await runProgram(engine, lab.bench, { project, ...RUN })
  const verdicts = await judgeGoals(engine, lab.bench, { project, ...RUN, shown })
  expect(verdicts.filter(({ verdict }) => !verdict.met)).toEqual([])
})

test('both languages have the same samples, labs and links', () => {
  const [english, chinese] = LANGUAGES.map((language) => sharedParts(readLesson(language, LESSON)))
  expect(chinese).toEqual(english)
})

function runOn(dask: string, method: keyof typeof METHODS = 'registerWorkerPlugin', changes: Files = {}) {
  const main = (lab.start['main.ts'] ?? '').replaceAll('registerWorkerPlugin', method)
  const project = { ...projectOf(config, { ...lab.start, 'main.ts': main, ...changes }), dask }
  return runProgram(engine, lab.bench, { project, ...RUN })
}
