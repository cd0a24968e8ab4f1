/**
 * What the lesson shows is true: its transcripts are the recorded ones, and its samples come from the program and do what it says.
 *
 * To record again: `pip install "dask[distributed]==VERSION"`, then `python monitor.py > VERSION.txt` in `transcripts/`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startNodeBundler } from '#src/bundler/bundler-node.ts'
import { readLab, readLabKit, readPackageShelf } from '#src/lab/content-node.ts'
import type { ProgramRun } from '#src/lab/goals.ts'
import { type Engine, type LabBench, runProgram } from '#src/lab/judge.ts'
import { loadJudge } from '#src/lab/judge-node.ts'
import { type Files, projectOf } from '#src/lab/project.ts'
import { DEFAULT_LIMITS } from '#src/runner/protocol.ts'
import { startNodeRunner } from '#src/runner/runner-node.ts'
import { foldClasses } from '#src/trace/model/classes.ts'
import type { Preview } from '#src/trace/preview.ts'

const ROOT = process.cwd()
const lab = readLab(ROOT, 'impossible-error/register')
const DEEP = 'dask/distributed/diagnostics/plugin'

let engine: Engine
let bench: LabBench

beforeAll(async () => {
  engine = { bundler: startNodeBundler(), runner: startNodeRunner() }
  bench = {
    config: lab.config,
    kit: readLabKit(ROOT, lab),
    shelf: readPackageShelf(ROOT),
    judge: await loadJudge(ROOT, lab),
  }
})

afterAll(() => {
  engine.bundler.dispose()
  engine.runner.dispose()
})

describe.each(['en', 'zh-cn'])('the lesson in %s', (language) => {
  const lesson = readText(`content/lessons/${language}/impossible-error.mdx`)
  const samples = fencesOf(lesson, 'ts')

  test('its transcripts are the recorded runs', () => {
    expect(fencesOf(lesson, 'python')).toEqual([readTranscript('monitor.py')])
    const outputs = fencesOf(lesson, 'text')
    expect(outputs.slice(1)).toEqual([readTranscript('2024.7.1.txt'), readTranscript('2026.7.1.txt')])
  })

  test('the error it opens with is the one that Dask 2024.7.1 gave', () => {
    const [error] = readTranscript('2024.7.1.txt').split('\n')
    expect(fencesOf(lesson, 'text')[0]).toBe(`${error}\n`)
  })

  test('the lines it quotes are lines of the program', () => {
    const program = Object.values(lab.start).flatMap((text) => text.split('\n').map((line) => line.trim()))
    const quoted = samples.slice(0, 2).flatMap((sample) => sample.split('\n').map((line) => line.trim()))
    expect(program).toEqual(expect.arrayContaining(quoted))
  })

  test('its first experiment prints what it says', async () => {
    const run = await runWith({ 'monitor.ts': `${lab.start['monitor.ts']}\n${samples[2]}` })
    const printed = tracedEvents(run).flatMap((event) => (event.kind === 'console' ? [textOf(event.values)] : []))
    expect(printed.slice(0, 2)).toEqual(['WorkerPlugin WorkerPlugin', 'false'])
    expect(lesson).toMatch(/`WorkerPlugin WorkerPlugin`.{1,20}`false`/)
  })

  test('its second experiment fails as it says', async () => {
    const run = await runWith({ 'monitor.ts': importing(`${DEEP}s`) })
    const texts = run.kind === 'rejected' ? run.diagnostics.map(({ text }) => text) : []
    expect(texts).toEqual([`Could not resolve "${DEEP}s"`])
    expect(lesson).toContain(`\`${texts[0]}\``)
  })

  test('its third experiment shows a stack that leads from main.ts into the client, and no worker', async () => {
    const mended = lab.start['main.ts']?.replace('console.error(error)', 'throw error') ?? ''
    expect(mended).not.toBe(lab.start['main.ts'])
    const events = tracedEvents(await runWith({ 'main.ts': mended }))
    const files = events.flatMap((event) =>
      event.kind === 'uncaught' ? event.error.frames.map(({ file }) => file) : [],
    )
    expect([...new Set(files)]).toEqual(['node_modules/distributed/client.ts', 'main.ts'])
    expect(events.filter(({ kind }) => kind === 'console')).toEqual([])
  })

  test.each(tableOf(lesson))('its table is right about %s', async (specifier, identity) => {
    const run = await runWith({ 'monitor.ts': importing(specifier) })
    const { classes } = foldClasses(tracedEvents(run))
    const [base] = classes.find(({ name }) => name === 'TaskMonitor')?.chain ?? []
    const { name, ordinal } = classes.find(({ id }) => id === base) ?? {}
    expect(`${name} #${ordinal}`).toBe(identity)
  })

  test('its table has every spelling', () => {
    expect(tableOf(lesson).map(([specifier]) => specifier)).toEqual([
      'distributed',
      'distributed/diagnostics/plugin',
      'dask/distributed',
      DEEP,
    ])
  })
})

test('both languages have the same samples, labs and links', () => {
  const [english, chinese] = ['en', 'zh-cn'].map((language) =>
    readText(`content/lessons/${language}/impossible-error.mdx`),
  )
  for (const pattern of [
    /^```[\s\S]*?^```/gm,
    /<(?:Lab|Prediction|Transcript|Aside|Ghost)\b[^>]*>/g,
    /\]\(([^)]*)\)/g,
    /^#+ /gm,
  ]) {
    expect(chinese?.match(pattern)).toEqual(english?.match(pattern))
  }
})

function textOf(values: readonly Preview[]): string {
  return values.map((value) => (value.kind === 'primitive' ? value.text : value.kind)).join(' ')
}

function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function readTranscript(name: string): string {
  return readText(`content/labs/impossible-error/register/transcripts/${name}`)
}

/** The code blocks of a language, without the indentation that a list gives them. */
function fencesOf(lesson: string, language: string): string[] {
  return [...lesson.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm)]
    .filter(([, , found]) => found === language)
    .map(([, indent = '', , text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''))
}

/** The rows that say which class an import gives: the specifier, and the class with its number. */
function tableOf(lesson: string): [string, string][] {
  return [...lesson.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|$/gm)].map(([, specifier = '', identity = '']) => [
    specifier,
    identity,
  ])
}

function importing(specifier: string): string {
  return (lab.start['monitor.ts'] ?? '').replace(`'${DEEP}'`, `'${specifier}'`)
}

function runWith(changes: Files): Promise<ProgramRun> {
  const signal = new AbortController().signal
  const project = projectOf(lab.config, { ...lab.start, ...changes })
  return runProgram(engine, bench, { project, limits: DEFAULT_LIMITS, signal })
}

function tracedEvents(run: ProgramRun) {
  if (run.kind === 'rejected') throw new Error(`The program could not be bundled: ${run.diagnostics[0]?.text}`)
  return run.trace.events
}
