/** The playground: free files, links and settings, by pointer, by keyboard alone, and on a phone. */
import { openPlay } from '../support/browser-play.ts'
import { expect, test } from '../support/browser-watch.ts'

test('begins with a program that runs, whose two prints a build setting brings into register', async ({ page }) => {
  const play = await openPlay(page, 'playground/')
  await play.run()
  await expect(play.console).toContainText('the same class: false')
  await expect(play.status).toHaveText('Finished.')
  await page.getByText('Links, packages and build settings').click()
  await page.getByLabel(/preserveSymlinks/).uncheck()
  // It has been run by hand once, so a change runs it again.
  await expect(play.console).toContainText('the same class: true')
})

test.describe('while the address is followed', () => {
  // The template is held back here, and a service worker would fetch it by itself.
  test.use({ serviceWorkers: 'block' })

  test('nothing can be begun on a project that is about to be replaced', async ({ page }) => {
    let answer = () => {}
    const asked = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/playground/templates/empty.json', async (route) => {
      await asked
      await route.continue()
    })
    await page.goto('playground/#template=empty')
    const held = page.locator('.playground [inert]')
    await expect(held.locator('section.lab')).toBeVisible()
    answer()
    await expect(held).toHaveCount(0)
    await page.getByRole('button', { name: 'New file…' }).click()
    await expect(page.getByRole('textbox', { name: 'Path' })).toBeVisible()
  })
})

test('files are made, renamed, moved and deleted, and what was deleted comes back where it was', async ({ page }) => {
  const play = await openPlay(page, 'playground/#template=empty')
  await expect(play.files.getByRole('tab')).toHaveText(['main.ts'])
  for (const path of ['lib/kit.ts', 'last.ts']) {
    await play.button('New file…').click()
    await page.getByRole('textbox', { name: 'Path' }).fill(path)
    await page.getByRole('button', { name: 'Create' }).click()
  }
  await expect(play.files.getByRole('tab', { selected: true })).toHaveText(/last\.ts/)
  await play.button('Move left').click()
  await expect(play.files.getByRole('tab')).toHaveText([/main\.ts/, /last\.ts/, /lib\/kit\.ts/])
  await play.button('Rename…').click()
  await page.getByRole('textbox', { name: 'Path' }).fill('node_modules/own/index.ts')
  await page.getByRole('button', { name: 'Save' }).click()
  await play.button('Make it the entry').click()
  await expect(play.region).toContainText('Run starts with node_modules/own/index.ts.')
  await play.button('Delete').click()
  await expect(play.files.getByRole('tab')).toHaveText([/main\.ts/, /lib\/kit\.ts/])
  await expect(play.region).toContainText('Run starts with main.ts.')
  await play.button('Bring back node_modules/own/index.ts').click()
  await expect(play.files.getByRole('tab')).toHaveText([/main\.ts/, /own\/index\.ts/, /lib\/kit\.ts/])
  await expect(play.region).toContainText('Run starts with node_modules/own/index.ts.')
})

test('a name that cannot be is refused with the reason, and the dialog stays', async ({ page }) => {
  const play = await openPlay(page, 'playground/')
  await play.button('New file…').click()
  const dialog = page.getByRole('dialog', { name: 'New file' })
  for (const [path, reason] of [
    ['main.ts', 'is there already'],
    ['lib', 'is a folder'],
    ['linked/x.ts', 'is no folder'],
    ['../x.ts', 'is no path of a file here: a path has no “.” or “..” as a step'],
    ['x'.repeat(201), 'at most 200 characters'],
    ['con.ts', 'Windows can have no file'],
    ['Main.ts', 'differs in capital letters only'],
  ] as const) {
    await dialog.getByRole('textbox').fill(path)
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(dialog.getByRole('alert')).toContainText(reason)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(play.button('New file…')).toBeFocused()
})

test('links are made, turned and deleted, and none leads in a circle', async ({ page }) => {
  const play = await openPlay(page, 'playground/#template=empty')
  await page.getByText('Links, packages and build settings').click()
  await play.button('New symlink…').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Path' }).fill('twin.ts')
  await dialog.getByRole('textbox', { name: 'Leads to' }).fill('twin.ts')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(dialog.getByRole('alert')).toContainText('lead back to itself')
  await dialog.getByRole('textbox', { name: 'Leads to' }).fill('main.ts')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(play.region.getByText('twin.ts leads to main.ts')).toBeVisible()
  await play.button('Change the target of twin.ts').click()
  await dialog.getByRole('textbox', { name: 'Leads to' }).fill('later.ts')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(play.region.getByText('twin.ts leads to later.ts')).toBeVisible()
  await play.button('Delete the symlink twin.ts').press('Enter')
  await expect(play.region.getByText('There are none.')).toBeVisible()
  await expect(play.button('New symlink…')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(play.region.getByText('twin.ts leads to later.ts')).toBeVisible()
  await expect(play.status).toHaveText('twin.ts is back.')
  await expect(play.button('New symlink…')).toBeFocused()
})

test('an external import is told with its name and what to do', async ({ page }) => {
  const play = await openPlay(page, 'playground/#template=nested-copies')
  await expect(play.files.getByRole('tab')).toHaveCount(7)
  await page.getByText('Links, packages and build settings').click()
  await page.getByLabel('External').fill('pain ter')
  await expect(play.region.getByRole('alert').filter({ hasText: 'no blanks' })).toBeVisible()
  await page.getByLabel('External').fill('painter')
  await play.button('Run').click()
  await expect(play.region).toHaveAttribute('data-phase', 'rejected')
  await expect(play.console).toContainText('Cannot import "painter"')
  await expect(play.console).toContainText('off the external list')
})

test('a file where a package has a link is a finding, not a crash, and the next run works', async ({ page }) => {
  const play = await openPlay(page, 'playground/#lab=impossible-error/register')
  await expect(play.files.getByRole('tab')).toHaveText(['monitor.ts', 'main.ts'])
  await play.button('New file…').click()
  await page.getByRole('textbox', { name: 'Path' }).fill('node_modules/dask/distributed/own.ts')
  await page.getByRole('button', { name: 'Create' }).click()
  await play.button('Run').click()
  await expect(play.region).toHaveAttribute('data-phase', 'rejected')
  await expect(play.console).toContainText('node_modules/dask/distributed/own.ts')
  await play.button('Delete').click()
  await play.run()
  await expect(play.console).toContainText('duck-typed')
})

test('another template opens beside the former project, which is left as it was', async ({ page }) => {
  const play = await openPlay(page, 'playground/')
  await play.button('New file…').click()
  await page.getByRole('textbox', { name: 'Path' }).fill('mine.ts')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByLabel('Start from').selectOption('One file, with and without ?v=2')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(play.files.getByRole('tab')).toHaveText(['circle.ts', 'shape.ts', 'main.ts'])
  await play.run()
  await expect(play.console).toContainText('instanceof Shape: false')
  await page.getByRole('button', { name: 'Back to the former project' }).click()
  await expect(play.files.getByRole('tab')).toHaveText([/main\.ts/, /lib\/shape\.ts/, /mine\.ts/])
})

test('what the reader makes of it survives a reload', async ({ page }) => {
  const play = await openPlay(page, 'playground/#template=empty')
  await expect(play.files.getByRole('tab')).toHaveText(['main.ts'])
  await play.button('New file…').click()
  await page.getByRole('textbox', { name: 'Path' }).fill('mine.ts')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(play.files.getByRole('tab')).toHaveCount(2)
  await expect(play.region.locator('[data-kept="true"]')).toBeAttached()
  await page.reload()
  await expect(play.files.getByRole('tab')).toHaveText([/main\.ts/, /mine\.ts/])
})

test('a lab opens in it as the reader left it', async ({ page }) => {
  await page.goto('lessons/impossible-error/')
  const lab = page.locator('section.lab')
  await lab.scrollIntoViewIfNeeded()
  const link = lab.getByRole('link', { name: 'Open in playground' })
  await expect(link).toHaveAttribute('href', /#lab=impossible-error\/register$/)
  await lab.getByRole('button', { name: 'Edit', exact: true }).click()
  await lab.getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText('export class TaskMonitor {} // mine')
  await expect(link).toHaveAttribute('href', /#v1\./)
  await link.click()
  await expect(page).toHaveURL(/playground\/#v1\./)
  await expect(page.locator('section.lab .static-code:not([hidden])')).toContainText('// mine')
})

test('types in the editor follow the links', async ({ page }) => {
  const play = await openPlay(page, 'playground/')
  await play.button('Edit').click()
  await expect(play.region.locator('.monaco-editor')).toBeVisible()
  await page.getByText('Links, packages and build settings').click()
  await play.button('Delete the symlink linked').click()
  await expect(play.region.locator('.squiggly-error').first()).toBeVisible()
  await play.button('New symlink…').click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Path' }).fill('linked')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Leads to' }).fill('lib')
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click()
  await expect(play.region.locator('.squiggly-error')).toHaveCount(0)
})

test('everything can be reached by keyboard alone', async ({ page }) => {
  const play = await openPlay(page, 'playground/#template=empty')
  await expect(play.files.getByRole('tab')).toHaveText(['main.ts'])
  await play.button('New file…').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('kit.ts')
  await page.keyboard.press('Enter')
  await expect(play.files.getByRole('tab')).toHaveText([/main\.ts/, /kit\.ts/])
  await expect(play.button('New file…')).toBeFocused()
  for (const name of ['Rename…', 'Delete', 'Move left', 'Move right', 'Make it the entry']) {
    await page.keyboard.press('Tab')
    await expect(play.button(name)).toBeFocused()
  }
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Space')
  await expect(play.status).toHaveText('kit.ts is now file 1 of 2.')
  await expect(play.button('Move left')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(play.region).toHaveAttribute('data-phase', 'settled')
})

test.describe('on a phone, in Chinese', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('it all fits, and works', async ({ page }) => {
    const play = await openPlay(page, 'zh-cn/playground/', { run: '运行', files: '文件' })
    await page.getByText('链接、包与构建设置').click()
    await play.button('新建文件…').click()
    await page.getByRole('textbox', { name: '路径' }).fill('a/very/long/path/to/a/file/that/hardly/fits/index.ts')
    await page.getByRole('button', { name: '创建' }).click()
    const height = async () => (await play.console.boundingBox())?.height
    expect(await height(), 'nothing takes the room before there is something').toBeLessThan(120)
    await play.run()
    await expect(play.console).toContainText('the same class: false')
    expect(await height()).toBeGreaterThan(300)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})

test('what was made is found again from the page of own work', async ({ page }) => {
  const play = await openPlay(page, 'playground/#template=empty')
  await play.button('New file…').click()
  await page.getByRole('textbox', { name: 'Path' }).fill('mine.ts')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.goto('your-work/')
  const work = page.locator('.work-table').getByRole('link', { name: 'Playground: An empty program' })
  await expect(work).toHaveCount(1)
  await work.click()
  await expect(play.files.getByRole('tab', { name: /^mine\.ts/ })).toBeVisible()
  await page.goto('playground/#work=nothing-of-the-kind')
  await expect(page.getByRole('alert')).toContainText('nothing is kept under the name')
})
