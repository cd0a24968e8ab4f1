/** The fourth lesson as a reader does it: see which spelling differs, rebuild the shim, prove it. */
import { readFileSync } from 'node:fs'
import { type Language, openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const SOLUTION = 'content/labs/re-export/shim/solution'
const FILES = ['node_modules/dask/package.json', 'node_modules/dask/distributed.ts']

for (const language of ['en', 'zh-cn'] satisfies Language[]) {
  test(`the fourth lesson (${language}): the rebuilt shim gives one class under every spelling`, async ({ page }) => {
    test.slow()
    const lab = await openLab(page, 're-export', language)
    await lab.run()
    await expect(lab.console).toContainText('deep false')
    expect(await lab.goalMarks()).toEqual([lab.words.unmet, lab.words.unmet, lab.words.met])

    for (const file of FILES) await lab.replace(file, readFileSync(`${SOLUTION}/${file}`, 'utf8'))
    await lab.run()
    await expect(lab.console).toContainText('deep true')
    expect(await lab.goalMarks()).toEqual([lab.words.met, lab.words.met, lab.words.met])
  })
}
