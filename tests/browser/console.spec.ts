/** The console as a reader uses it: what it shows, and filter, clear and copy, by pointer and by keyboard alone. */
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const LESSON = 'impossible-error'
const MAIN = readFileSync('tests/fixtures/console/main.ts', 'utf8')

test('groups, repeats, tables and identities are shown as what they are', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('main.ts', MAIN)
  await lab.run()

  const lines = lab.console.getByRole('listitem')
  await expect(lines.filter({ hasText: 'again' })).toHaveText(/× 5/)
  const identities = lines.filter({ hasText: 'identities' })
  await expect(identities).toContainText('WorkerPlugin #1')
  await expect(identities).toContainText('WorkerPlugin #2')
  await expect(identities.locator('[data-identity="2"]')).toHaveText('WorkerPlugin #2')
  await expect(lines.filter({ hasText: 'careful' })).toHaveText(/^warning /)

  const group = lab.console.getByRole('button', { name: 'Loading', expanded: true })
  const inner = lab.console.getByRole('button', { name: /^Details lines: 2 · errors: 1/, expanded: false })
  await expect(inner).toBeVisible()
  await expect(lab.console).not.toContainText('hidden line')
  await inner.click()
  await expect(lab.console).toContainText('hidden line')
  await group.click()
  await expect(lab.console).not.toContainText('in the open group')

  const table = lab.console.getByRole('table', { name: 'Table: 2 × 3' })
  await expect(table.getByRole('columnheader')).toHaveText(['(key)', 'name', 'size', '(value)'])
  await expect(table.getByRole('rowheader')).toHaveText(['0', '1'])
  await expect(table).toContainText('WorkerPlugin #2')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a console that has something of every kind, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const lab = await openLab(page, LESSON)
    await lab.replace('main.ts', MAIN)
    await lab.run()
    await lab.console.getByRole('button', { name: /^Details/ }).click()
    const { violations } = await new AxeBuilder({ page }).include('.results').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })
}

test('a value opens into a tree', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('main.ts', 'console.log({ outer: { inner: [7, { deepest: "found" }] } })\n')
  await lab.run()
  await expect(lab.console).not.toContainText('found')
  for (const name of [/^\{ outer/, /^\{ inner/, /^\[7/, /^\{ deepest/]) {
    await lab.console.getByRole('button', { name, expanded: false }).press('Enter')
  }
  await expect(lab.console).toContainText('deepest: "found"')
})

test('lines are filtered by words and by level', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('main.ts', MAIN)
  await lab.run()
  await lab.console.getByRole('searchbox', { name: 'Filter lines' }).fill('OPEN group')
  await expect(lab.console).toContainText('in the open group')
  await expect(lab.console).toContainText('Loading')
  await expect(lab.console).not.toContainText('again')
  await expect(lab.console).toContainText(/Lines shown: 2 of \d+/)
  await lab.console.getByRole('checkbox', { name: /^log/ }).uncheck()
  await expect(lab.console).toContainText('No line has these words')
  await lab.console.getByRole('button', { name: 'Show all lines' }).click()
  await expect(lab.console).toContainText('again')
  await lab.console.getByRole('checkbox', { name: /^warning 1/ }).uncheck()
  await expect(lab.console).not.toContainText('careful')
})

test('clearing hides the lines, they come back on request, and another run starts fresh', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  await lab.console.getByRole('button', { name: 'Clear console' }).click()
  await expect(lab.console).not.toContainText('1 + 1')
  await lab.openResult('classes')
  await lab.openResult('console')
  await expect(lab.console).not.toContainText('1 + 1')
  await lab.console.getByRole('button', { name: 'Show cleared lines' }).click()
  await expect(lab.console).toContainText('1 + 1 = 2')
  await lab.console.getByRole('button', { name: 'Clear console' }).click()
  await lab.run()
  await expect(lab.console).toContainText('1 + 1 = 2')
  await expect(lab.console.getByRole('button', { name: 'Show cleared lines' })).toHaveCount(0)
})

test('what the program clears is not lost', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('main.ts', 'console.log("before")\nconsole.clear()\nconsole.log("after")\n')
  await lab.run()
  await expect(lab.console).toContainText('The program cleared the console here.')
  await expect(lab.console).not.toContainText('before')
  await lab.console.getByRole('button', { name: 'Show cleared lines' }).click()
  await expect(lab.console).toContainText('before')
})

test('the whole console is copied as text', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('main.ts', MAIN)
  await lab.run()
  // Not every browser lets a test read the clipboard.
  await page.evaluate(() => {
    const writeText = (text: string) => {
      document.body.dataset.copied = text
      return Promise.resolve()
    }
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
  })
  await lab.console.getByRole('searchbox').fill('nothing of the kind')
  await lab.console.getByRole('button', { name: 'Copy all' }).click()
  await expect(lab.console.getByText(/^Copied\. Lines: \d+\.$/)).toBeVisible()
  const text = await page.evaluate(() => document.body.dataset.copied)
  expect(text).toContain('again (× 5)')
  expect(text).toContain('WorkerPlugin #2 {}')
  expect(text).toContain('warning: careful: 3 of them')
  expect(text).toContain('Loading\n  in the open group\n  Details\n    hidden line\n    error: hidden error')
  expect(text).toContain('│ (key) │ name   │ size │')
})

test('where the browser refuses to copy, the text is selected and nothing is lost', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  await page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: refuse } })
  })
  const copy = lab.console.getByRole('button', { name: 'Copy all' })
  await copy.click()
  const area = lab.console.getByRole('textbox', { name: 'The console as text' })
  await expect(area).toBeFocused()
  await expect(lab.console.getByText('The browser refused to copy')).toBeVisible()
  const selected = await area.evaluate((element) =>
    element instanceof HTMLTextAreaElement ? element.value.slice(element.selectionStart, element.selectionEnd) : '',
  )
  expect(selected).toContain('1 + 1 = 2')
  await lab.console.getByRole('button', { name: 'Close the text' }).click()
  await expect(copy).toBeFocused()
})

test('everything is reached by keyboard alone, in the order of the page', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('main.ts', MAIN)
  await lab.run()
  await lab.region.getByRole('tab', { name: /^Console/ }).focus()
  const next = async () => {
    await page.keyboard.press('Tab')
    return page.evaluate(
      () => document.activeElement?.closest('label')?.textContent ?? document.activeElement?.textContent,
    )
  }
  await next()
  await next()
  await expect(lab.console.getByRole('searchbox')).toBeFocused()
  const labels = [await next(), await next(), await next(), await next(), await next(), await next(), await next()]
  expect(labels.map((label) => label?.replace(/ \d+$/, ''))).toEqual([
    'error',
    'warning',
    'info',
    'log',
    'debug',
    'Clear console',
    'Copy all',
  ])
  await lab.console.getByRole('button', { name: 'Loading' }).focus()
  await page.keyboard.press('Space')
  await expect(lab.console.getByRole('button', { name: /^Loading/, expanded: false })).toBeFocused()
})

test('the end of a long console stays in sight, unless the reader scrolls away, and the focus stays', async ({
  page,
}) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('main.ts', 'for (let i = 0; i < 900; i++) console.log("line " + i)\n')
  await lab.run()
  const line = (index: number) => lab.console.getByText(`line ${index}`, { exact: true })
  const scroller = lab.console
  const distanceToEnd = () =>
    scroller.evaluate((element) => element.scrollHeight - element.scrollTop - element.clientHeight)
  await expect(line(899)).toHaveCount(1)
  await expect.poll(distanceToEnd).toBeLessThan(2)
  await expect(line(0)).toHaveCount(0)
  await expect(lab.button('run')).toBeFocused()

  const slider = lab.region.getByRole('slider')
  await scroller.evaluate((element) => {
    element.scrollTop = 1_000
  })
  await slider.press('ArrowLeft')
  await expect(line(899)).toHaveCount(0)
  expect(await distanceToEnd()).toBeGreaterThan(1_000)
  await slider.press('ArrowRight')

  const earlier = lab.console.getByRole('button', { name: 'Show earlier lines (600)' })
  await earlier.press('Enter')
  await expect(line(300)).toHaveCount(1)
  await lab.console.getByRole('button', { name: 'Show earlier lines (300)' }).press('Enter')
  await expect(line(0)).toHaveCount(1)
})

test('a table wider than a narrow window scrolls by itself, in Chinese too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const lab = await openLab(page, LESSON, 'zh-cn')
  await lab.replace(
    'main.ts',
    `console.table([${JSON.stringify(Object.fromEntries([...'abcdefghij'].map((key) => [key.repeat(8), key.repeat(9)])))}])\n`,
  )
  await lab.run()
  const scroller = lab.console.getByRole('region', { name: '表格：1 行，10 列' })
  await scroller.focus()
  await expect(scroller).toBeFocused()
  expect(await scroller.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})
