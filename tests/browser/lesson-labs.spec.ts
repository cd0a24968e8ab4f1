/** Labs of the lessons after the first, in a real browser: the start leaves open what it should, the solution meets every goal. */
import { readFileSync } from 'node:fs'
import { type Language, openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const LABS = [
  {
    lesson: 'what-instanceof-asks',
    lab: 'walk',
    place: 0,
    file: 'walk.ts',
    prints: 'instanceof says false, walk says true',
    met: 0,
  },
  { lesson: 'once-per-key', lab: 'two-spellings', place: 0, file: 'monitor.ts', prints: 'monitor: false', met: 1 },
  {
    lesson: 'ship-the-better-error',
    lab: 'explain',
    place: 0,
    file: 'explain.ts',
    prints: 'Indirect: Registering duck-typed plugins is not allowed.',
    met: 1,
  },
  { lesson: 'a-complete-plugin', lab: 'guard', place: 1, file: 'guard.ts', prints: 'all is closed: 8', met: 1 },
  {
    lesson: 'a-complete-plugin',
    lab: 'environment',
    place: 2,
    file: 'settings.ts',
    prints: 'worker-0: "not set"',
    met: 1,
  },
] as const

for (const { lesson, lab: name, place, file, prints, met } of LABS) {
  const solution = readFileSync(`content/labs/${lesson}/${name}/solution/${file}`, 'utf8')
  for (const language of ['en', 'zh-cn'] satisfies Language[]) {
    test(`the lab ${name} of ${lesson} (${language}) leaves its goals open, and its solution meets them`, async ({
      page,
    }) => {
      const lab = await openLab(page, lesson, language, place)
      await lab.run()
      await expect(lab.console).toContainText(prints)
      const marks = await lab.goalMarks()
      expect(marks.filter((mark) => mark === lab.words.met)).toHaveLength(met)
      await lab.replace(file, solution)
      await lab.run()
      expect(await lab.goalMarks()).toEqual(marks.map(() => lab.words.met))
    })
  }
}
