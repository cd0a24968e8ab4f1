/** The playground's projects as wholes: their names, their folders, and the settings by which imports find what they mean. */
import { openPlay } from '../support/browser-play.ts'
import { expect, test } from '../support/browser-watch.ts'

for (const [language, words] of [
  [
    '',
    { rename: 'Rename folder…', path: 'New path', save: 'Save', said: 'lib is now parts. Files and links in it: 1.' },
  ],
  [
    'zh-cn/',
    { rename: '重命名文件夹…', path: '新路径', save: '保存', said: 'lib 现在是 parts，其中有 1 个文件和链接。' },
  ],
] as const) {
  test(`a folder is renamed with what is in it, and the run tells what leads nowhere now (/${language})`, async ({
    page,
  }) => {
    const isChinese = language !== ''
    const play = await openPlay(page, `${language}playground/`, isChinese ? { run: '运行', files: '文件' } : undefined)
    await play.files.getByRole('tab', { name: 'lib/shape.ts' }).click()
    await play.button(words.rename).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.path }).fill('main.ts')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toContainText('main.ts')
    await dialog.getByRole('textbox', { name: words.path }).fill('parts')
    await page.keyboard.press('Enter')
    await expect(play.status).toHaveText(words.said)
    await expect(play.button(words.rename)).toBeFocused()
    await expect(play.files.getByRole('tab', { selected: true })).toHaveText(/^parts\/shape\.ts/)
    await play.button(isChinese ? '运行' : 'Run').click()
    await expect(play.region).toHaveAttribute('data-phase', 'rejected')
    await expect(play.console).toContainText('./lib/shape.ts')
  })
}

for (const [language, words] of [
  ['', { name: 'Project name', usual: 'One file, reached through a link', download: 'Download', share: 'Share' }],
  ['zh-cn/', { name: '项目名称', usual: '同一个文件，经由链接到达', download: '下载', share: '分享' }],
] as const) {
  test(`a project has a name that goes where it goes (/${language})`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const play = await openPlay(
      page,
      `${language}playground/`,
      language === '' ? undefined : { run: '运行', files: '文件' },
    )
    const name = play.region.getByRole('textbox', { name: words.name })
    await expect(name).toHaveValue(words.usual)
    await expect(play.region.locator('[data-loaded="true"]')).toBeAttached()
    await name.fill('My 孪生 <b>twins</b>')
    await expect(page).toHaveTitle(/^My 孪生 <b>twins<\/b> · /)
    await expect(play.region.locator('[data-kept="true"]')).toBeAttached()
    const downloading = page.waitForEvent('download')
    await play.button(words.download).click()
    expect((await downloading).suggestedFilename()).toBe('doppelclass-my-孪生-b-twins-b.zip')
    await play.button(words.share).click()
    await expect(play.status).toContainText(/copied|已复制/)
    const link = await page.evaluate(() => navigator.clipboard.readText())

    await page.reload()
    await expect(name).toHaveValue('My 孪生 <b>twins</b>')
    await page.goto(`${language}your-work/`)
    await page.getByRole('link', { name: 'My 孪生 <b>twins</b>' }).click()
    await expect(name).toHaveValue('My 孪生 <b>twins</b>')
    // Left empty it is the usual one again.
    await name.fill('')
    await name.press('Tab')
    await expect(name).toHaveValue(words.usual)
    await expect(page).toHaveTitle(new RegExp(`^${words.usual} · `))

    await page.goto('about:blank')
    await page.goto(link)
    await expect(play.region.getByRole('textbox', { name: words.name })).toHaveValue('My 孪生 <b>twins</b>')
  })
}

test('types in the editor follow the aliases and conditions, while they are written', async ({ page }) => {
  const play = await openPlay(page, 'playground/#template=empty')
  await expect(play.files.getByRole('tab')).toHaveText(['main.ts'])
  await play.button('Edit').click()
  await expect(play.region.locator('.monaco-editor')).toBeVisible()
  await play.region.locator('.monaco-editor').getByRole('textbox').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText("import { WorkerPlugin } from 'kit'\nnew WorkerPlugin()\n")
  // The editor stays, with its cursor and its history.
  const editor = play.region.locator('.monaco-editor').first()
  await editor.evaluate((element) => element.setAttribute('data-kept', 'here'))
  const errors = play.region.locator('.squiggly-error')
  await expect(errors.first()).toBeVisible()
  await page.getByText('Links, packages and build settings').click()
  await page.getByLabel('Aliases').fill('kit = distributed')
  await expect(errors).toHaveCount(0)
  await page.getByLabel('Aliases').fill('kit = ./none.ts')
  await expect(errors.first()).toBeVisible()
  expect(await editor.getAttribute('data-kept')).toBe('here')
})
