/** A lesson that was laid out is whole: it passes the checks of the content, and its lab does what its texts and answers say. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { listLabs, readFiles, readLab, readLabKit, readPackageShelf } from '#src/lab/content-node.ts'
import { judgeGoals, runProgram } from '#src/lab/judge.ts'
import { loadJudge } from '#src/lab/judge-node.ts'
import { projectOf } from '#src/lab/project.ts'
import { DEFAULT_LIMITS } from '#src/runner/protocol.ts'
import { checkContent } from '#src/site/checks/check-content.ts'
import { judgeProblems } from '#src/site/checks/check-judges.ts'
import { enterLesson, layOutLesson } from '../../../scripts/lesson-layout.ts'
import { startEngine } from '../../support/lesson-lab.ts'

const ID = 'brand-new/first'
const RUN = { limits: DEFAULT_LIMITS, signal: new AbortController().signal }

let root: string
const engine = startEngine()

beforeAll(() => {
  // Inside the repository, so that goals.ts finds what it imports.
  mkdirSync('test-results', { recursive: true })
  root = mkdtempSync(join(process.cwd(), 'test-results/new-lesson-'))
  cpSync('content', join(root, 'content'), { recursive: true })
  layOutLesson(root, { slug: 'brand-new', at: null })
})

afterAll(() => {
  engine.dispose()
  rmSync(root, { recursive: true })
})

describe('a new lesson', () => {
  test('has no mistake that the build would refuse', () => {
    expect(listLabs(root)).toContain(ID)
    expect(checkContent(root)).toEqual([])
  })

  test('states the prediction that its program shows', async () => {
    const { lab, bench, shown } = await runWith({})
    expect(judgeProblems(lab, bench.judge, shown)).toEqual([])
  })

  test('has a start and answers that leave the stated goals unmet, and a solution that leaves none', async () => {
    const folder = join(root, 'tests/lessons', ID)
    const stated: unknown = parse(readFileSync(join(folder, 'answers.yaml'), 'utf8'))
    const answers = ['good-class-expression', 'has-instance'].map(async (name) => [
      name,
      await findings(readFiles(join(folder, name))),
    ])
    const found = Object.fromEntries([['start', await findings({})], ...(await Promise.all(answers))])
    expect(found).toEqual(stated)
    expect(await findings(readLabKit(root, readLab(root, ID)).solution)).toEqual({})
  })

  test('has a test file that tests its labs', () => {
    const text = readFileSync(join(root, 'tests/lessons/brand-new.test.ts'), 'utf8')
    expect(text).toMatch(/^testLabsOf\('brand-new', engine\)$/m)
  })

  test('is not laid out over another', () => {
    expect(() => layOutLesson(root, { slug: 'brand-new', at: null })).toThrow('has a lesson "brand-new" already')
    expect(() => layOutLesson(root, { slug: 'Brand New', at: null })).toThrow('"Brand New" is no slug.')
  })
})

describe('enterLesson', () => {
  const course = readFileSync('content/course.yaml', 'utf8')

  test('takes the place and the titles of a lesson in preparation, and leaves all other lines alone', () => {
    const { text, titles } = enterLesson(course, { slug: 'reload', at: 'Reload' })
    expect(titles['zh-cn']).toBe('热重载之后')
    const changed = text.split('\n').filter((line, index) => line !== course.split('\n')[index])
    expect(changed).toEqual(['      - slug: reload'])
  })

  test('names the lessons in preparation where there is none of that title', () => {
    expect(() => enterLesson(course, { slug: 'x', at: 'Nothing' })).toThrow(
      /"Nothing" in preparation\. Give one of .*; Reload; /,
    )
  })
})

async function runWith(changes: Readonly<Record<string, string>>) {
  const lab = readLab(root, ID)
  const { config, start } = lab
  const judge = await loadJudge(root, lab)
  const bench = { config, kit: readLabKit(root, lab), shelf: readPackageShelf(process.cwd()), judge }
  const project = projectOf(config, { ...start, ...changes })
  return { lab, bench, project, shown: await runProgram(engine, bench, { project, ...RUN }) }
}

async function findings(changes: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const { bench, project, shown } = await runWith(changes)
  const verdicts = await judgeGoals(engine, bench, { project, ...RUN, shown })
  return Object.fromEntries(verdicts.flatMap(({ goal, verdict }) => (verdict.met ? [] : [[goal, verdict.seen]])))
}
