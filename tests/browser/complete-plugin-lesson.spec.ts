/** The sixth lesson’s monitor as a reader does it: the bars that are missing, the mend, and a bar for every task that was measured. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Language, openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const SOLUTION = readFileSync('content/labs/a-complete-plugin/monitor/solution/monitor.ts', 'utf8')
const TASKS = ['load', 'clean', 'split', 'train', 'test', 'rank', 'save']
const GOALS = 4
/** What a caption says of seven bars. */
const CAPTION = { en: 'ms as bars: 7 rows, the longest bar is 81', 'zh-cn': 'ms，画成条：共 7 行，最长的是 81' }

for (const language of ['en', 'zh-cn'] satisfies Language[]) {
  test(`the monitor of the sixth lesson (${language}) draws a bar for each task that it tells of`, async ({ page }) => {
    test.slow()
    const lab = await openLab(page, 'a-complete-plugin', language)
    const bars = lab.console.locator('.console-bar')
    const table = lab.console.getByRole('table')
    await lab.run()
    await expect(bars).toHaveCount(4)
    await expect(table.getByRole('rowheader')).toHaveCount(4)

    await lab.replace('monitor.ts', SOLUTION)
    await lab.run()
    expect(await lab.goalMarks()).toEqual(Array(GOALS).fill(lab.words.met))
    await expect(bars).toHaveCount(TASKS.length)
    for (const task of TASKS) await expect(table.getByRole('cell', { name: task, exact: true })).toBeVisible()
    await expect(lab.console.getByRole('figure')).toContainText(CAPTION[language])

    const widths = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width))
    const cells = await table.locator('tbody tr td:last-child').allTextContents()
    expect(widths.map((width) => Math.round((width / Math.max(...widths)) * 81))).toEqual(cells.map(Number))

    const { violations } = await new AxeBuilder({ page }).include('.results').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })
}
