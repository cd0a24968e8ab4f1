/** The lab by keyboard alone, and what it says to those who cannot see it. */
import { openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const LESSON = 'impossible-error'

test('Ctrl+Enter runs from anywhere in the lab', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.button('reset').focus()
  await page.keyboard.press('Control+Enter')
  await expect(lab.status).toContainText('goals met')
})

test('arrows move between tabs, which are one stop of Tab', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  const files = lab.region.getByRole('tablist', { name: 'Files' })
  await files.getByRole('tab', { name: 'monitor.ts' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(files.getByRole('tab', { name: 'main.ts' })).toBeFocused()
  await expect(files.getByRole('tab', { name: 'main.ts' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(files.getByRole('tab', { name: 'monitor.ts' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(lab.region.getByRole('group', { name: /monitor\.ts/ })).toBeFocused()
})

test('the editor lets the reader out: by Tab until they type, by Escape at any time', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.button('edit').focus()
  await page.keyboard.press('Enter')
  const editor = lab.region.getByRole('textbox')
  await expect(editor).toBeFocused()

  await page.keyboard.press('Tab')
  await expect(editor).not.toBeFocused()

  await editor.focus()
  await page.keyboard.type(' ')
  await page.keyboard.press('Tab')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(lab.region.locator('.editor-hint')).toBeFocused()
})

test('a run does not move the focus', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.button('run').focus()
  await page.keyboard.press('Enter')
  await expect(lab.region).toHaveAttribute('data-phase', 'settled')
  await expect(lab.button('run')).toBeFocused()
})

test('has the names that it is known by', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await expect(page.getByRole('region', { name: 'Register the monitor', exact: true })).toBeVisible()
  for (const name of ['edit', 'run', 'stop', 'reset'] as const) await expect(lab.button(name)).toBeVisible()
  await expect(lab.region.getByRole('tablist', { name: 'Files' })).toBeVisible()
  await expect(lab.region.getByRole('tablist', { name: 'Results' }).getByRole('tab').first()).toHaveText(/^Console/)
  await expect(lab.region.getByRole('list', { name: 'Goals' }).getByRole('listitem')).toHaveText([
    /not met/,
    /not met/,
    /not met/,
  ])
  await expect(lab.region.getByRole('status')).toHaveText('Ready. Press Run.')
})
