/** The fifth lesson as a reader does it: two OKs and one silent plugin, the same program on a later Dask, and the mend. */
import { readFileSync } from 'node:fs'
import { type Language, openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const SOLUTION = 'content/labs/why-the-old-call-worked/two-gates/solution'
const GOALS = 4
const FILES = ['ledger.ts', 'monitor.ts', 'main.ts']

for (const language of ['en', 'zh-cn'] satisfies Language[]) {
  test(`the fifth lesson (${language}): the old call goes with its version, and the mend gives both plugins their side`, async ({
    page,
  }) => {
    test.slow()
    const lab = await openLab(page, 'why-the-old-call-worked', language)
    await lab.run()
    await expect(lab.console).toContainText('a task went to memory')
    await expect(lab.console).not.toContainText('tasks done')
    expect(await lab.goalMarks()).toEqual(Array(GOALS).fill(lab.words.unmet))

    await lab.region.getByLabel('Dask', { exact: true }).selectOption('2026.7.1')
    await lab.run()
    await expect(lab.console).toContainText('client.registerWorkerPlugin is not a function')

    for (const file of FILES) await lab.replace(file, readFileSync(`${SOLUTION}/${file}`, 'utf8'))
    await lab.run()
    await expect(lab.console).toContainText('tasks done: 2')
    expect(await lab.goalMarks()).toEqual(Array(GOALS).fill(lab.words.met))
  })
}
