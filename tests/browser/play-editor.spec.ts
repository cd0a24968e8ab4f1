/** The playground's editor while the project around its files changes: cursors, undo and underlines. */
import { openPlay } from '../support/browser-play.ts'
import { expect, test } from '../support/browser-watch.ts'

test('settings, links, packages and the version may change: the editor stays, its cursor and its undo too', async ({
  page,
}) => {
  const play = await openPlay(page, 'playground/')
  await play.button('Edit').click()
  const editor = play.region.locator('.monaco-editor').getByRole('textbox')
  await editor.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('kept')
  // The element itself: another would be another editor.
  const before = await editor.elementHandle()
  await page.getByText('Links, packages and build settings').click()
  await page.getByLabel(/^Alias/).fill('kit = ./lib/shape.ts')
  await page.getByLabel(/preserveSymlinks/).uncheck()
  await page.locator('.project-settings').getByRole('checkbox').first().check()
  await play.button('Delete the symlink linked').click()
  await play.region.getByRole('combobox', { name: /Dask/ }).selectOption({ index: 0 })
  expect(await editor.evaluate((now, then) => now === then, before)).toBe(true)
  await editor.focus()
  await page.keyboard.type(' too')
  const code = play.region.locator('.view-lines')
  await expect(code).toContainText('kept too')
  // A word is a step of undo, as in every editor of this kind.
  await page.keyboard.press('Control+z')
  await expect(code).not.toContainText('too')
  await page.keyboard.press('Control+z')
  await expect(code).not.toContainText('kept')
})

test('an import is underlined until the file that it asks for is there, and again when it is gone', async ({
  page,
}) => {
  const play = await openPlay(page, 'playground/#template=empty')
  await play.button('Edit').click()
  await play.region.locator('.monaco-editor').getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText("import './later.ts'\n")
  const underlined = play.region.locator('.squiggly-error')
  await expect(underlined.first()).toBeVisible()
  await play.button('New file…').click()
  await page.getByRole('textbox', { name: 'Path' }).fill('later.ts')
  await page.getByRole('button', { name: 'Create' }).click()
  await play.files.getByRole('tab', { name: /^main\.ts/ }).click()
  await expect(underlined).toHaveCount(0)
  await play.files.getByRole('tab', { name: /^later\.ts/ }).click()
  await play.button('Delete').click()
  await expect(underlined.first()).toBeVisible()
})
