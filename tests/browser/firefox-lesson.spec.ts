/** The first lesson in Firefox: run, see the error and the verdicts, mend it in the editor, see it proven. */
import type { Page } from 'puppeteer-core'
import { expect, PATIENCE, press, run, selectAll, test, textOf, untilAlive } from '../support/firefox.ts'

const MENDED = "import { WorkerPlugin } from 'distributed'\nexport class TaskMonitor extends WorkerPlugin {}\n"

test('the first lesson works in Firefox', async ({ openPage }) => {
  const page = await openPage('lessons/impossible-error/')
  await untilAlive(page)
  await run(page)
  expect(await textOf(page, '.console')).toContain('Registering duck-typed plugins is not allowed')
  expect(await goalMarks(page)).toEqual(['not met', 'not met', 'met'])
  await page.screenshot({ path: 'test-results/firefox-refused.png' })

  await press(page, 'Edit')
  await page.waitForSelector('section.lab .monaco-editor .view-line', PATIENCE)
  await page.click('section.lab .monaco-editor .view-lines')
  await selectAll(page)
  await page.keyboard.type(MENDED)
  // The edit runs by itself; the outcome names all goals once they are judged.
  await page.waitForFunction(
    () => /3 of 3/.test(document.querySelector('section.lab [role="status"]')?.textContent ?? ''),
    PATIENCE,
  )
  expect(await goalMarks(page)).toEqual(['met', 'met', 'met'])
})

function goalMarks(page: Page): Promise<string[]> {
  return page.$$eval('section.lab .goal-mark', (marks) => marks.map((mark) => mark.textContent?.trim() ?? ''))
}
