/** The reader's own work, the console and the playground in Firefox: what Chromium's suites show there, the most telling of it here. */
import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { serveSite } from '../../scripts/static-server.ts'
import { SITE_ROOT } from '../support/browser-site.ts'
import {
  expect,
  PATIENCE,
  press,
  run,
  selectAll,
  shownCode,
  test,
  textOf,
  untilAlive,
  untilKept,
  write,
} from '../support/firefox.ts'

const LESSON = 'lessons/impossible-error/'
const MAIN = readFileSync('tests/fixtures/console/main.ts', 'utf8')
const SETTINGS = 'doppelclass:/some/base/:settings'

/** For the pages that are opened next: the plain editor is there at once. */
function preferPlainEditor(page: Page): Promise<void> {
  return page.evaluate((key) => localStorage.setItem(key, '{"editor":"plain","isLive":false}'), SETTINGS)
}

async function fileNames(page: Page): Promise<string[]> {
  return page.$$eval('[role="tablist"][aria-label="Files"] [role="tab"]', (tabs) =>
    tabs.map((tab) => tab.textContent ?? ''),
  )
}

async function newFile(page: Page, path: string): Promise<void> {
  await press(page, 'New file…')
  await page.waitForSelector('dialog[open] input', PATIENCE)
  await page.keyboard.type(path)
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog[open]', { ...PATIENCE, hidden: true })
}

/** By keyboard: the last line of the console that is folded and says this. */
async function unfold(page: Page, words: string): Promise<void> {
  await page.$$eval(
    '.console button[aria-expanded="false"]',
    (buttons, wanted) => buttons.findLast(({ textContent }) => textContent?.includes(wanted))?.focus(),
    words,
  )
  await page.keyboard.press('Enter')
}

test('an edit and a reset survive a reload in Firefox, and the reset can be undone', async ({ openPage }) => {
  await preferPlainEditor(await openPage('keyboard/'))
  const page = await openPage(LESSON)
  await untilAlive(page)
  await write(page, '// mine')
  await untilKept(page)
  await page.reload()
  await untilAlive(page)
  await expect.poll(() => shownCode(page)).toBe('// mine')
  await press(page, 'Reset')
  await untilKept(page)
  await page.reload()
  await untilAlive(page)
  expect(await shownCode(page)).not.toBe('// mine')
  await press(page, 'Bring back my code')
  await expect.poll(() => shownCode(page)).toBe('// mine')
})

test('what was typed the moment before a page goes is there when it comes back to Firefox', async ({ openPage }) => {
  await preferPlainEditor(await openPage('keyboard/'))
  const page = await openPage(LESSON)
  await untilAlive(page)
  await write(page, '// gone')
  await page.reload()
  await untilAlive(page)
  await expect.poll(() => shownCode(page)).toBe('// gone')
})

test('of two tabs in Firefox neither overwrites the other', async ({ openPage }) => {
  await preferPlainEditor(await openPage('keyboard/'))
  const [one, two] = [await openPage(LESSON), await openPage(LESSON)]
  await untilAlive(one)
  await untilAlive(two)
  await one.bringToFront()
  await write(one, '// one')
  await untilKept(one)
  await two.bringToFront()
  await expect.poll(() => textOf(two, '.work-notice')).toContain('There is newer work on this')
  await write(two, '// two')
  await untilKept(two)
  await one.bringToFront()
  await expect.poll(() => textOf(one, '.work-notice')).toContain('There is newer work on this')
  expect([await shownCode(one), await shownCode(two)]).toEqual(['// one', '// two'])
  await press(one, 'Take it')
  await expect.poll(() => shownCode(one)).toBe('// two')
})

test('the console in Firefox shows groups, repeats, tables, identities and trees', async ({ openPage }) => {
  await preferPlainEditor(await openPage('keyboard/'))
  const page = await openPage(LESSON)
  await untilAlive(page)
  await press(page, 'main.ts', 'tab')
  await write(page, `${MAIN}\nconsole.log({ outer: { inner: [7] } })\n`)
  await run(page)
  const console = () => textOf(page, '.console')
  await expect.poll(console).toContain('× 5')
  expect(await console()).toContain('careful: 3 of them')
  expect(await textOf(page, '.console [data-identity="2"]')).toBe('WorkerPlugin #2')
  expect(await console()).not.toContain('hidden line')
  await unfold(page, 'Details')
  await expect.poll(console).toContain('hidden line')
  const headers = await page.$$eval('.console table th[scope="col"]', (cells) => cells.map((cell) => cell.textContent))
  expect(headers).toEqual(['(key)', 'name', 'size', '(value)'])
  for (const words of ['{ outer', '{ inner', '[7']) await unfold(page, words)
  await expect.poll(console).toMatch(/0:?\s*7/)
})

test('in Firefox’s playground a file is made, runs, and the link with it opens without running', async ({
  openPage,
}) => {
  await preferPlainEditor(await openPage('keyboard/'))
  const page = await openPage('playground/#template=empty')
  await untilAlive(page)
  await expect.poll(() => fileNames(page)).toEqual([expect.stringContaining('main.ts')])
  await newFile(page, 'lib/kit.ts')
  await write(page, "console.log('from the kit')")
  await press(page, 'Make it the entry')
  await page.focus('.project-name input')
  await selectAll(page)
  await page.keyboard.type('Fox')
  await run(page)
  await expect.poll(() => textOf(page, '.console')).toContain('from the kit')
  expect(await page.title()).toMatch(/^Fox · /)

  // Without a clipboard the link is shown to be copied.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await press(page, 'Share')
  await page.waitForSelector('dialog[open] textarea', PATIENCE)
  const link = await page.$eval('dialog[open] textarea', (area) => area.value)
  expect(link).toMatch(/\/some\/base\/playground\/#v1\./)
  const other = await openPage(link)
  await untilAlive(other)
  await expect.poll(() => fileNames(other)).toHaveLength(2)
  expect(await textOf(other, 'section.lab')).toContain('This project came with a link')
  expect(await other.$eval('.project-name input', (field) => field.value)).toBe('Fox')
  expect(await other.$eval('section.lab', (lab) => lab.dataset.phase)).toBe('idle')
  await run(other)
  await expect.poll(() => textOf(other, '.console')).toContain('from the kit')

  await page.reload()
  await untilAlive(page)
  await expect.poll(() => fileNames(page)).toHaveLength(2)
  expect(await page.$eval('.project-name input', (field) => field.value)).toBe('Fox')
})

test('Tab passes the full editor by in Firefox until the reader types, and Escape leaves it', async ({ openPage }) => {
  const page = await openPage(LESSON)
  await untilAlive(page)
  await press(page, 'Edit')
  await page.waitForSelector('section.lab .monaco-editor .view-line', PATIENCE)
  const isInEditor = () => page.evaluate(() => document.activeElement?.closest('.monaco-editor') !== null)
  await expect.poll(isInEditor).toBe(true)
  await page.keyboard.press('Tab')
  await expect.poll(isInEditor).toBe(false)
  await page.keyboard.down('Shift')
  await page.keyboard.press('Tab')
  await page.keyboard.up('Shift')
  await expect.poll(isInEditor).toBe(true)
  await page.keyboard.type('x')
  await page.keyboard.press('Tab')
  expect(await isInEditor()).toBe(true)
  await page.keyboard.press('Escape')
  await expect.poll(isInEditor).toBe(false)
})

test('a lesson that was opened in Firefox works once its server is gone', async ({ openPage }) => {
  const site = await serveSite({ root: SITE_ROOT, base: '/', host: '127.0.0.1', port: 0, spare: 0 })
  const page = await openPage(new URL(LESSON, site.url).href)
  await untilAlive(page)
  await run(page)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // The first page is loaded before there is a worker; the second goes through it.
  await page.reload()
  await untilAlive(page)
  await run(page)
  await site.stop()
  await page.reload()
  await untilAlive(page)
  await run(page)
  expect(await textOf(page, '.console')).toContain('Registering duck-typed plugins is not allowed')
})
