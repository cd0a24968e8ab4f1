/** A reader's own work survives what browsers do to it: the faults are made in a real one. */

import { expect, test } from '../support/browser-watch.ts'
import { openWork, preferPlainEditor, readWorks, type StoredWork, writeWorks } from '../support/browser-work.ts'

const FILE = 'monitor.ts'
const idOf = ({ key }: StoredWork) => key[0]

test.beforeEach(({ context }) => preferPlainEditor(context))

test('an edit, the open file and a reset survive a reload, and the reset can still be undone', async ({ page }) => {
  let lab = await openWork(page)
  await lab.write(FILE, '// mine')
  await lab.kept()
  lab = await openWork(page)
  await expect.poll(() => lab.text(FILE)).toBe('// mine')
  await lab.button('reset').click()
  await lab.openFile('main.ts')
  await lab.kept()
  lab = await openWork(page)
  await expect(lab.region.getByRole('tab', { name: 'main.ts' })).toHaveAttribute('aria-selected', 'true')
  await lab.region.getByRole('button', { name: 'Bring back my code' }).click()
  expect(await lab.text(FILE)).toBe('// mine')
})

test('what was typed the moment before the page goes is there when it comes back', async ({ page }) => {
  let lab = await openWork(page)
  await lab.write(FILE, '// one')
  await lab.kept()
  await lab.region.getByRole('textbox').fill('// two, and gone')
  lab = await openWork(page)
  await expect.poll(() => lab.text(FILE)).toBe('// two, and gone')
})

test('an edit survives a crash of the page', async ({ context, page }) => {
  const lab = await openWork(page)
  await lab.write(FILE, '// before the crash')
  await lab.kept()
  await page.waitForLoadState('networkidle')
  const crashed = page.waitForEvent('crash')
  const devtools = await context.newCDPSession(page)
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
  const again = await openWork(await context.newPage())
  await expect.poll(() => again.text(FILE)).toBe('// before the crash')
})

test('of two tabs neither overwrites the other: each is offered the other’s, and both stay', async ({
  context,
  page,
}) => {
  const one = await openWork(page)
  const two = await openWork(await context.newPage())
  await one.write(FILE, '// one')
  await expect(two.notice).toContainText('There is newer work on this')
  await two.write(FILE, '// two')
  await two.kept()
  await one.page.bringToFront()
  await expect(one.notice).toContainText('There is newer work on this')
  expect([await one.text(FILE), await two.text(FILE)]).toEqual(['// one', '// two'])

  await two.notice.getByRole('button', { name: 'Keep mine' }).click()
  await expect(two.notice).toContainText('Yours stays.')
  expect(await two.text(FILE)).toBe('// two')

  await one.notice.getByRole('button', { name: 'Take it' }).click()
  await expect.poll(() => one.text(FILE)).toBe('// two')
  await expect(one.notice).toContainText('What was here before is kept as well.')
  await one.kept()
  expect(JSON.stringify(await readWorks(one.page))).toContain('// one')
})

test('a notice never takes the focus; a press on it keeps the reader’s place', async ({ context, page }) => {
  const one = await openWork(page)
  const two = await openWork(await context.newPage())
  await two.write(FILE, '// here')
  await one.write(FILE, '// one')
  await expect(two.notice.getByRole('button', { name: 'Take it' })).toBeVisible()
  await expect(two.region.getByRole('textbox')).toBeFocused()
  await two.notice.getByRole('button', { name: 'Take it' }).focus()
  await two.page.keyboard.press('Enter')
  await expect(two.notice.locator(':focus')).toContainText('Here it is.')
})

test('a full storage is told of once, work goes on, and is kept as soon as there is room', async ({
  context,
  page,
}) => {
  const lab = await openWork(page)
  const devtools = await context.newCDPSession(page)
  const { origin } = new URL(page.url())
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  await lab.write(FILE, `// ${'long '.repeat(50_000)}`)
  await expect(lab.notice).toContainText('The browser’s storage is full')
  await lab.write(FILE, '// short, and still in memory')
  await expect(lab.notice.locator('.work-trouble')).toHaveCount(1)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin })
  await expect(lab.notice).toContainText('Your work is kept again.')
  const again = await openWork(await context.newPage())
  await expect.poll(() => again.text(FILE)).toBe('// short, and still in memory')
})

for (const [language, words] of [
  ['en', 'This browser does not let the site keep anything'],
  ['zh-cn', '浏览器不允许本站保存任何内容'],
] as const) {
  test(`a forbidden storage is told of, and the lab works (${language})`, async ({ context, page }) => {
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
    })
    const lab = await openWork(page, language)
    await expect(lab.notice).toContainText(words)
    await lab.write(FILE, '// in memory')
    expect(await lab.text(FILE)).toBe('// in memory')
    await lab.run()
    await page.goto(`${language === 'en' ? '' : 'zh-cn/'}your-work/`)
    await expect(page.getByRole('alert')).toContainText(words)
  })
}

test('a damaged record and one of a newer version are set aside, told of once, and part of an export', async ({
  page,
}) => {
  let lab = await openWork(page)
  await lab.write(FILE, '// good')
  await lab.kept()
  const [good] = await readWorks(page)
  if (good === undefined) throw new Error('Nothing was kept.')
  await writeWorks(page, [
    good,
    { key: [idOf(good), 'damaged', 1], value: { format: 1, project: 'gone' } },
    { key: [idOf(good), 'newer', 1], value: { format: 2, idea: 'of another day' } },
  ])
  lab = await openWork(page)
  await expect(lab.notice).toContainText('Kept records that could not be read: 1')
  await expect(lab.notice).toContainText('Kept records from a newer version of this site: 1')
  await expect.poll(() => lab.text(FILE)).toBe('// good')
  lab = await openWork(page)
  await expect.poll(() => lab.text(FILE)).toBe('// good')
  await expect(lab.notice.locator('.work-line')).toHaveCount(0)

  await page.goto('your-work/')
  await expect(page.locator('.work-aside li')).toHaveCount(2)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export everything' }).click()
  const stream = await (await downloading).createReadStream()
  const text = (await stream.toArray()).join('')
  expect(text).toContain('of another day')
  expect(text).toContain('// good')
})

test('work on an earlier version of a lab is offered, and shown on request', async ({ page }) => {
  let lab = await openWork(page)
  await lab.write(FILE, '// on the old one')
  await lab.kept()
  const [work] = await readWorks(page)
  if (work === undefined) throw new Error('Nothing was kept.')
  const id = idOf(work).replace(/@.*/, '@0123456789abcdef')
  await writeWorks(page, [
    { key: [id, 'old', 1], value: Object.assign({}, work.value, { id, line: 'old', version: 1 }) },
  ])
  lab = await openWork(page)
  await expect(lab.notice).toContainText('You have work on an earlier version of this lab')
  expect(await lab.text(FILE)).not.toBe('// on the old one')
  await lab.notice.getByRole('button', { name: 'Show it' }).click()
  await expect.poll(() => lab.text(FILE)).toBe('// on the old one')
  await lab.kept()
  expect((await readWorks(page)).map(idOf).toSorted()).toEqual([id, idOf(work)].toSorted())
})

test('an answer and a mark of progress survive a reload, and the answer is not read out again', async ({ page }) => {
  let lab = await openWork(page)
  const prediction = page.locator('section.prediction')
  await prediction.scrollIntoViewIfNeeded()
  await expect(page.locator('astro-island:not([ssr]) section.prediction')).toBeVisible()
  await prediction.getByRole('button').nth(1).click()
  await expect(prediction.locator('.prediction-reply')).not.toBeEmpty()
  const reply = await prediction.locator('.prediction-reply').innerText()
  await lab.button('run').click()
  await expect(lab.region).not.toHaveAttribute('data-phase', 'idle')
  lab = await openWork(page)
  await prediction.scrollIntoViewIfNeeded()
  await expect(prediction.locator('.prediction-reply')).toHaveText(reply)
  await expect(prediction.locator('.prediction-reply')).toHaveAttribute('aria-live', 'off')
  await expect(prediction.getByRole('button').nth(1)).toHaveAttribute('aria-pressed', 'true')
  await page.goto('your-work/')
  await expect(page.getByText('Answers: 1. Lessons begun: 1. Lessons finished: 0.')).toBeVisible()
  // The marks on the page are drawn from a copy: without it they come back.
  await page.evaluate(() => localStorage.clear())
  await openWork(page)
  await page.goto('')
  await expect(page.locator('main [data-progress="started"]')).toBeVisible()
})
