/** The page of the reader's own work: export, import, delete, undo, in both languages, and a short random life in a real browser. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-watch.ts'
import { openWork, preferPlainEditor, readWorks, type WorkOnPage } from '../support/browser-work.ts'
import { BROWSER_STEPS, FUZZ_TIMEOUT } from '../support/fuzz.ts'

const FILE = 'monitor.ts'

test.beforeEach(({ context }) => preferPlainEditor(context))

const rows = (page: Page) => page.locator('.work-table tbody tr')

async function exportWork(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /^(Export everything|导出全部)$/ }).click()
  return readFile(await (await downloading).path(), 'utf8')
}

function importWork(page: Page, name: string, text: string): Promise<void> {
  return page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

for (const language of ['en', 'zh-cn'] as const) {
  const words =
    language === 'en'
      ? {
          prefix: '',
          link: 'Your work',
          remove: 'Delete everything',
          yes: 'Yes, delete everything',
          undo: 'Undo',
          back: 'It is back.',
          none: 'No code is kept yet.',
          broken:
            /was not imported: it is damaged \(works\[0\]\.project\.files.*: a path has no “\.” or “\.\.” as a step\)/,
          half: /was not imported: it is no JSON/,
          nothing: 'Nothing was added',
          added: 'copies of code: 1',
        }
      : {
          prefix: 'zh-cn/',
          link: '你的代码与进度',
          remove: '全部删除',
          yes: '是，全部删除',
          undo: '恢复',
          back: '已恢复。',
          none: '还没有保存任何代码。',
          broken: /没有导入 .*文件已损坏（works\[0\]\.project\.files.*：路径里不能有“\.”或“\.\.”这样的一级）/,
          half: /没有导入 .*它不是 JSON/,
          nothing: '没有新增任何内容',
          added: '代码 1 份',
        }

  test(`everything can be taken along, deleted, brought back and taken in again (${language})`, async ({ page }) => {
    const lab = await openWork(page, language)
    await lab.write(FILE, '// mine')
    await lab.kept()
    await page.getByRole('contentinfo').getByRole('link', { name: words.link }).click()
    await expect(rows(page)).toHaveCount(1)
    const file = await exportWork(page)
    const said = page.getByRole('status')

    await importWork(page, 'own.json', file)
    await expect(said).toContainText(words.nothing)
    await importWork(page, 'half.json', file.slice(0, -20))
    await expect(said).toHaveText(words.half)
    await importWork(page, 'broken.json', file.replace('"monitor.ts"', '"../../monitor.ts"'))
    await expect(said).toHaveText(words.broken)
    await expect(rows(page)).toHaveCount(1)

    await page.getByRole('button', { name: words.remove, exact: true }).click()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: words.yes })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText(words.none)).toBeVisible()
    expect(await readWorks(page)).toEqual([])
    await page.getByRole('button', { name: words.undo, exact: true }).click()
    await expect(said).toContainText(words.back)
    await expect(rows(page)).toHaveCount(1)

    await page.getByRole('button', { name: words.remove, exact: true }).click()
    await page.getByRole('button', { name: words.yes }).click()
    await expect(page.getByText(words.none)).toBeVisible()
    await importWork(page, 'own.json', file)
    await expect(said).toContainText(words.added)
    await rows(page).getByRole('link').click()
    const again = await openWork(page, language)
    await expect.poll(() => again.text(FILE)).toBe('// mine')
  })
}

for (const [language, path, words] of [
  ['en', 'your-work/', ['storage does not answer', 'tries again by itself', 'Looking for what is kept']],
  ['zh-cn', 'zh-cn/your-work/', ['存储没有响应', '本页会自动重试', '正在查找']],
] as const) {
  test(`a database that does not answer is told of, and asked again (${language})`, async ({ page }) => {
    const lab = await openWork(page, language)
    await lab.write(FILE, '// mine')
    await lab.kept()
    await page.clock.install()
    await page.addInitScript(() => {
      const { open } = indexedDB
      let isFirst = true
      indexedDB.open = function (this: IDBFactory, ...args) {
        const request = open.apply(this, args)
        // Nothing is ever heard of the first one.
        if (isFirst) request.addEventListener = () => undefined
        isFirst = false
        return request
      }
    })
    await page.goto(path)
    const desk = page.locator('.work-desk')
    await expect(desk).toContainText(words[2])
    await expect(page.locator('astro-island:not([ssr]) .work-desk')).toBeVisible()
    await page.clock.fastForward(20_000)
    await expect(desk.getByRole('alert')).toContainText(words[0])
    await expect(desk.getByRole('alert')).toContainText(words[1])
    await page.clock.fastForward(5000)
    await expect(rows(page)).toHaveCount(1)
    await expect(desk.getByRole('alert')).toHaveCount(0)
  })
}

test('work on the same lab from elsewhere is one more copy: the newer is shown, the other can be', async ({ page }) => {
  let lab = await openWork(page)
  await lab.write(FILE, '// from here')
  await lab.kept()
  await page.goto('your-work/')
  const elsewhere = (await exportWork(page)).replace('// from here', '// from elsewhere')
  await importWork(page, 'elsewhere.json', elsewhere)
  await expect(rows(page)).toHaveCount(2)
  expect((await readWorks(page)).length).toBe(2)
  const shown = rows(page).filter({ hasText: 'shown in the lab' })
  await expect(shown).toHaveCount(1)
  await rows(page)
    .getByRole('button', { name: /^Show the copy of/ })
    .click()
  await expect(page).toHaveURL(/lessons\/impossible-error\/#lab-/)
  lab = await openWork(page)
  await expect(lab.notice.locator('.work-line')).toHaveCount(0)
  const first = await lab.text(FILE)
  await page.goto('your-work/')
  await rows(page)
    .getByRole('button', { name: /^Show the copy of/ })
    .click()
  await expect(page).toHaveURL(/lessons\/impossible-error\/#lab-/)
  lab = await openWork(page)
  await expect.poll(async () => [first, await lab.text(FILE)].toSorted()).toEqual(['// from elsewhere', '// from here'])
})

test(`${BROWSER_STEPS} random steps in two tabs lose no edit`, async ({ context, page }) => {
  test.setTimeout(FUZZ_TIMEOUT)
  let state = 20261126
  const random = (below: number) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
  const tabs: WorkOnPage[] = [await openWork(page), await openWork(await context.newPage())]
  /** What each text must still be found as: in a tab's own line, or aside of it. */
  const made = new Set<string>()
  for (let step = 0; step < BROWSER_STEPS; step += 1) {
    const index = random(tabs.length)
    const tab = tabs[index]
    if (tab === undefined) throw new Error('There are always two tabs.')
    await tab.page.bringToFront()
    const roll = random(10)
    if (roll < 5) {
      made.delete(await tab.text(FILE))
      const text = `// edit ${step}`
      made.add(text)
      await tab.write(FILE, text)
    } else if (roll < 7) {
      // Left without waiting: what was typed last is on its way.
      tabs[index] = await openWork(tab.page)
    } else if (roll < 8) {
      await tab.kept()
      await tab.page.close()
      tabs[index] = await openWork(await context.newPage())
    } else {
      const choice = tab.notice.getByRole('button', { name: roll === 8 ? 'Take it' : 'Keep mine' })
      if (await choice.isVisible()) await choice.click()
    }
  }
  for (const tab of tabs) await tab.kept()
  const stored = JSON.stringify(await readWorks(page.isClosed() ? (tabs[0]?.page ?? page) : page))
  expect([...made].filter((text) => !stored.includes(`${text}"`))).toEqual([])
  expect(made.size).toBeGreaterThan(1)
})
