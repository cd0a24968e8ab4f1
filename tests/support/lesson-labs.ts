/** The tests of a lesson's labs: the start fails the goals it should, good answers pass all, bad answers and cheats fail the right one, predictions are true. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { listLabs, readFiles, readLab, readLabText } from '../../src/lab/content-node.ts'
import type { Engine } from '../../src/lab/judge.ts'
import type { LabId } from '../../src/lab/lab.ts'
import { openLessonLab } from './lesson-lab.ts'
import { sharingRuns } from './shared-runs.ts'

const ROOT = process.cwd()
/** Findings that have words of their own in every lab. */
const COMMON = ['not-bundled', 'hidden-not-bundled', 'stopped', 'crashed', 'private-field']

/** `answers.yaml`: for each folder beside it, the goals that it must leave unmet, each with what is seen. */
const answersSchema = z.record(z.string(), z.record(z.string(), z.string()))

/** Each lesson calls it in its own test file, so that lessons are tested beside each other. */
export function testLabsOf(lesson: string, engine: Engine): void {
  const shared = sharingRuns(engine)

  describe.each(listLabs(ROOT).filter((id) => id.startsWith(`${lesson}/`)))('lab %s', async (id) => {
    const lab = await openLessonLab(shared, id)

    test('the start leaves exactly the stated goals unmet', async () => {
      const { answers } = readAnswers(id)
      expect(await lab.findings()).toEqual(answers.start)
    })

    test('the solution meets every goal', async () => {
      expect(await lab.findings(lab.bench.kit.solution)).toEqual({})
    })

    test('the stated answer of the prediction is what the untouched program does', async () => {
      const { judge, config } = lab.bench
      expect(judge.predict(await lab.run())).toBe(config.prediction.answer)
    })

    test.each(answerNames(id))('answer "%s" leaves exactly the stated goals unmet', async (name) => {
      const { folder, answers } = readAnswers(id)
      expect(await lab.findings(readFiles(join(folder, name)))).toEqual(answers[name])
    })

    test('every finding of a stated answer has words in both languages', () => {
      const { answers } = readAnswers(id)
      for (const language of ['en', 'zh-cn']) {
        const text = readLabText(ROOT, readLab(ROOT, id), language)
        for (const unmet of Object.values(answers)) {
          for (const [goal, seen] of Object.entries(unmet)) {
            const words = COMMON.includes(seen) || text.goals[goal]?.unmet[seen]
            expect(words, `${language}: ${goal}.unmet.${seen}`).toBeTruthy()
          }
        }
      }
    })
  })
}

function readAnswers(id: LabId) {
  const folder = join(ROOT, 'tests/lessons', id)
  const path = join(folder, 'answers.yaml')
  if (!existsSync(path)) throw new Error(`${path} is missing. List there what the start and each answer leave unmet.`)
  return { folder, answers: answersSchema.parse(parse(readFileSync(path, 'utf8'))) }
}

/** Each answer is a folder of changed files beside `answers.yaml`, and every listed answer has one. */
function answerNames(id: LabId): string[] {
  const { folder, answers } = readAnswers(id)
  const listed = Object.keys(answers).filter((name) => name !== 'start')
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const names = folders.map((entry) => entry.name)
  for (const name of [...names, ...listed]) {
    if (!names.includes(name)) throw new Error(`${id}: answer "${name}" is listed but has no folder in ${folder}.`)
    if (!listed.includes(name))
      throw new Error(`${id}: folder "${name}" is not listed in answers.yaml. Say what it leaves unmet.`)
  }
  return names
}
