/** The shell around the lessons: language, theme, search, progress, the page that is not there, and the page without scripts. */
import { openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

test('switching the language keeps the page', async ({ page }) => {
  await page.goto('lessons/impossible-error/')
  await page.getByRole('link', { name: '中文' }).first().click()
  await expect(page).toHaveURL(/\/some\/base\/zh-cn\/lessons\/impossible-error\/$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.getByRole('link', { name: 'English' }).first().click()
  await expect(page).toHaveURL(/\/some\/base\/lessons\/impossible-error\/$/)
})

test('a theme that was chosen is there at the first paint of the next page', async ({ page }) => {
  await page.goto('')
  const theme = page.getByRole('button', { name: /^Theme/ })
  await theme.click()
  const chosen = await page.locator('html').getAttribute('data-theme')
  expect(chosen).toMatch(/^(light|dark)$/)
  await page.goto('lessons/impossible-error/', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', chosen ?? '')
})

test('a theme is the site’s own: another one on the same host keeps its theme', async ({ page, watch }) => {
  watch.expectProblem(/404/)
  await page.addInitScript(() => {
    if (localStorage.length > 0) return
    localStorage.setItem('doppelclass:/some/:theme', 'light')
    localStorage.setItem('doppelclass:/other/:theme', 'light')
  })
  await page.goto('lessons/impossible-error/')
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  const theme = page.getByRole('button', { name: /^Theme/ })
  await theme.click()
  await theme.click()
  // The page that is not there finds the site's choice too, however deep its address.
  for (const address of ['zh-cn/', 'lessons/no-such-lesson/deeper/still']) {
    await page.goto(address)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  }
  const kept = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.endsWith(':theme')))
  expect(Object.fromEntries(kept)).toEqual({
    'doppelclass:/some/:theme': 'light',
    'doppelclass:/other/:theme': 'light',
    'doppelclass:/some/base/:theme': 'dark',
  })
})

for (const [language, query] of [
  ['', 'duck-typed'],
  ['zh-cn/', '鸭子类型'],
] as const) {
  test(`the search finds the first lesson (/${language})`, async ({ page }) => {
    await page.goto(language)
    await page.getByRole('button', { name: /^(Search|搜索)/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('searchbox').fill(query)
    await dialog
      .getByRole('link', { name: /impossible error|不可能的报错/ })
      .first()
      .click()
    await expect(page).toHaveURL(new RegExp(`${language}lessons/impossible-error/`))
  })
}

test('a finished lesson is marked in the contents', async ({ page }) => {
  const lab = await openLab(page, 'impossible-error')
  await lab.run()
  await page.goto('')
  await expect(page.locator('main [data-progress="started"]')).toBeVisible()
})

test('a page that is not there says so, and leads back, however deep its address', async ({ page, watch }) => {
  watch.expectProblem(/404/)
  await page.goto('lessons/no-such-lesson/deeper/still')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/some\/base\/(zh-cn\/)?$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a lesson can be read, its program and the replies to its question included', async ({ page }) => {
    await page.goto('lessons/impossible-error/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('.static-code').first()).toContainText('class TaskMonitor extends WorkerPlugin')
    await expect(page.locator('noscript').first()).toBeAttached()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  for (const path of ['', 'zh-cn/', 'lessons/impossible-error/', 'zh-cn/lessons/impossible-error/']) {
    test(`/${path} does not scroll sideways`, async ({ page }) => {
      await page.goto(path)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
    })
  }
})
