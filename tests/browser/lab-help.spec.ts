/** What helps a reader along in a lab: live runs, hints, the solution beside the own code, the plain editor. */
import { readFileSync } from 'node:fs'
import { openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const LESSON = 'impossible-error'
const monitor = readFileSync('content/labs/impossible-error/register/start/monitor.ts', 'utf8')
const mended = monitor.replace("'dask/distributed/diagnostics/plugin'", "'distributed'")

test('after the first run an edit runs by itself, and a broken one leaves the last results, marked as old', async ({
  page,
}) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  await lab.replace('monitor.ts', mended)
  await expect(lab.status).toHaveText(/3 of 3 goals met/)
  const editor = lab.region.getByRole('textbox')
  await editor.focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('class {{')
  await expect(lab.region).toHaveAttribute('data-phase', 'rejected')
  await expect(editor).toBeFocused()
  await lab.openResult('classes')
  await expect(lab.region.locator('.results-old')).toBeVisible()
  await expect(lab.region.getByRole('tabpanel', { name: /^Classes/ })).toContainText('TaskMonitor')
  expect(await lab.goalMarks()).toEqual(['met', 'met', 'met'])
})

test('switched off, an edit waits for Run', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.region.getByRole('checkbox', { name: 'Run as I type' }).uncheck()
  await lab.run()
  await lab.replace('monitor.ts', mended)
  await expect(lab.status).toHaveText('Edited since the last run.')
  await lab.run()
  expect(await lab.goalMarks()).toEqual(['met', 'met', 'met'])
})

test('hints come one at a time, by keyboard', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  const hints = lab.region.getByRole('list', { name: 'Hints' }).getByRole('listitem')
  await expect(hints).toHaveCount(0)
  const more = lab.region.getByRole('button', { name: /hint/i })
  await more.focus()
  for (const count of [1, 2, 3]) {
    await page.keyboard.press('Enter')
    await expect(hints).toHaveCount(count)
  }
  await expect(more).toBeFocused()
  await expect(more).toHaveText('No more hints')
})

test('the solution is shown beside the own code, which stays; taken over, the own code can be brought back', async ({
  page,
}) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('monitor.ts', `${monitor}// mine\n`)
  await lab.region.getByRole('button', { name: 'Show solution' }).click()
  const diff = lab.region.locator('.file-diff')
  await expect(diff.locator('[data-kind="changed"] [data-side="one"]').first()).toContainText('dask/distributed')
  await expect(diff).toContainText('// mine')
  await lab.region.getByRole('button', { name: 'Hide solution' }).click()
  await expect(diff).toBeHidden()
  await expect(lab.region.locator('.view-lines')).toContainText('// mine')

  await lab.region.getByRole('button', { name: 'Show solution' }).click()
  await lab.region.getByRole('button', { name: 'Put the solution into my code' }).click()
  await lab.run()
  expect(await lab.goalMarks()).toEqual(['met', 'met', 'met'])
  await lab.region.getByRole('button', { name: 'Bring back my code' }).click()
  await expect(lab.region.locator('.view-lines')).toContainText('// mine')
})

test('what Reset threw away comes back', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('monitor.ts', '// all mine\n')
  await lab.button('reset').click()
  await expect(lab.region.locator('.view-lines')).toContainText('TaskMonitor')
  await lab.region.getByRole('button', { name: 'Bring back my code' }).click()
  await expect(lab.region.locator('.view-lines')).toContainText('// all mine')
})

test.describe('the plain editor', () => {
  test('is a text field that runs, lets the reader out, and shows places', async ({ page }) => {
    const lab = await openLab(page, LESSON)
    await lab.button('edit').click()
    await lab.region.getByRole('checkbox', { name: 'Plain editor' }).check()
    const field = lab.region.locator('textarea[wrap="off"]')
    await expect(field).toBeFocused()
    await field.fill(`${mended}throw new Error('here')\n`)
    await page.keyboard.press('Control+Enter')
    await expect(lab.status).toContainText('Ended by Error')
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(lab.region.locator('.editor-hint')).toBeFocused()
    await field.focus()
    await page.keyboard.press('Tab')
    await expect(field).not.toBeFocused()

    await lab.console
      .getByRole('button', { name: /^monitor\.ts:/ })
      .first()
      .click()
    await expect(field).toBeFocused()
    const line = await field.evaluate((element: HTMLTextAreaElement) => {
      return element.value.slice(0, element.selectionStart).split('\n').length
    })
    expect(line).toBe(mended.split('\n').length)
  })

  test('is what a touch screen gets, and the choice holds on the next page', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 740 },
      ...(baseURL === undefined ? {} : { baseURL }),
    })
    const page = await context.newPage()
    const lab = await openLab(page, LESSON)
    await lab.button('edit').click()
    await expect(lab.region.locator('textarea[wrap="off"]')).toBeVisible()
    await lab.region.getByRole('checkbox', { name: 'Plain editor' }).uncheck()
    await expect(lab.region.locator('.monaco-editor').first()).toBeVisible()
    await openLab(page, LESSON)
    await lab.button('edit').click()
    await expect(lab.region.locator('.monaco-editor').first()).toBeVisible()
    await context.close()
  })
})
