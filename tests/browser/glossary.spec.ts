/** The glossary and the table of names: reached from lessons and from every page, in both languages, and found by the search. */
import { expect, test } from '../support/browser-watch.ts'

for (const { language, word, entry, names } of [
  { language: '', word: 'Resolver', entry: /^resolver/, names: 'Names in Dask and here' },
  { language: 'zh-cn/', word: '解析器', entry: /^解析器/, names: '与 Dask 的名称对照' },
]) {
  test(`a word in a lesson leads to its entry, and the entry back to the lesson (/${language})`, async ({ page }) => {
    await page.goto(`${language}lessons/impossible-error/`)
    await page.getByRole('article').getByRole('link', { name: word, exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`/${language}glossary/#resolver$`))
    const heading = page.getByRole('heading', { name: entry })
    await expect(heading).toBeInViewport()
    const own = page.locator('.glossary-entry').filter({ has: heading })
    await own.getByRole('link', { name: /impossible error|不可能的报错/ }).click()
    await expect(page).toHaveURL(new RegExp(`/${language}lessons/impossible-error/$`))
  })

  test(`every page leads to the table of names (/${language})`, async ({ page }) => {
    await page.goto(`${language}glossary/`)
    await page.getByRole('contentinfo').getByRole('link', { name: names }).click()
    await expect(page.getByRole('heading', { level: 1, name: names })).toBeVisible()
    await expect(page.getByRole('row', { name: /Client\.register_plugin.*Client\.registerPlugin/ })).toBeVisible()
  })
}

test('every reference between entries leads to an entry', async ({ page }) => {
  await page.goto('glossary/')
  const targets = await page
    .locator('.glossary-links a[href^="#"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1) ?? ''))
  expect(targets.length).toBeGreaterThan(20)
  for (const id of new Set(targets)) await expect(page.locator(`h3[id="${id}"]`)).toHaveCount(1)
})

for (const [language, query, title] of [
  ['', 'dual package hazard', /^Glossary/],
  ['zh-cn/', '双包风险', /^术语表/],
] as const) {
  test(`the search finds a word of the glossary (/${language})`, async ({ page }) => {
    await page.goto(language)
    await page.getByRole('button', { name: /^(Search|搜索)/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('searchbox').fill(query)
    await dialog.getByRole('link', { name: title }).first().click()
    await expect(page).toHaveURL(new RegExp(`/${language}glossary/`))
  })
}

test('on a phone the table of names shows both names and what differs, without scrolling sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('names/')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})
