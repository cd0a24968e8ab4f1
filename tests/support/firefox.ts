/** The system's Firefox on pages of the built site, driven by WebDriver BiDi: Playwright drives only its own. */

import { test as base, expect } from '@playwright/test'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findSystemFirefox, NO_FIREFOX } from '../../scripts/find-firefox.ts'
import type { Watch } from './browser-watch.ts'
import { watchPage } from './firefox-watch.ts'

const executablePath = findSystemFirefox()
export const PATIENCE = { timeout: 50_000 }

interface FirefoxFixtures {
  readonly watch: Watch
  /** Opens a page beside those that are open already, with the same storage. Nothing may go wrong on any of them. */
  readonly openPage: (path: string) => Promise<Page>
}

/** Each test has a browser with an empty storage. */
export const test = base.extend<FirefoxFixtures & { readonly problems: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
  problems: async ({}, use) => use([]),
  watch: async ({ problems }, use) => {
    const expected: RegExp[] = []
    await use({ problems, expectProblem: (pattern) => expected.push(pattern) })
    expect(problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)))).toEqual([])
  },
  // It takes the watch so that what went wrong is judged when the browser is closed.
  openPage: async ({ baseURL, problems, watch: _ }, use, info) => {
    info.skip(executablePath === undefined, NO_FIREFOX)
    info.setTimeout(180_000)
    const browser = await launch()
    const ends: (() => void)[] = []
    await use(async (path) => {
      const page = await browser.newPage()
      await page.setViewport({ width: 1280, height: 900 })
      const address = new URL(path, baseURL)
      ends.push(watchPage(page, address.origin, (problem) => problems.push(problem)))
      await page.goto(address.href)
      return page
    })
    for (const end of ends) end()
    await browser.close()
  },
})

export { expect }

function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(NO_FIREFOX)
  return puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
}

/** Waits until the workbench on the page is alive, with what was kept in it. */
export async function untilAlive(page: Page): Promise<void> {
  await page.waitForSelector('section.lab', PATIENCE)
  await page.$eval('section.lab', (lab) => lab.scrollIntoView())
  await page.waitForSelector('astro-island:not([ssr]) section.lab', PATIENCE)
  await page.waitForSelector('.work-notice [data-loaded="true"]', PATIENCE)
}

/** Presses what has this accessible name. */
export async function press(page: Page, name: string, role = 'button'): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="${role}"])`).setTimeout(PATIENCE.timeout).click()
}

export async function run(page: Page): Promise<void> {
  await press(page, 'Run')
  await page.waitForSelector('section.lab[data-phase="settled"]', PATIENCE)
}

export async function untilKept(page: Page): Promise<void> {
  await page.waitForSelector('.work-notice [data-kept="true"]', PATIENCE)
}

/** Puts a text in place of the open file, in the plain editor. */
export async function write(page: Page, text: string): Promise<void> {
  if ((await page.$(PLAIN_EDITOR)) === null) await press(page, 'Edit')
  await page.waitForSelector(PLAIN_EDITOR, PATIENCE)
  await page.focus(PLAIN_EDITOR)
  await selectAll(page)
  await page.keyboard.type(text)
}

export async function selectAll(page: Page): Promise<void> {
  await page.keyboard.down('Control')
  await page.keyboard.press('a')
  await page.keyboard.up('Control')
}

/** The text of the open file, as the code pane shows it. */
export function shownCode(page: Page): Promise<string> {
  return page.$eval('section.lab', (lab) => {
    const editor = lab.querySelector<HTMLTextAreaElement>('textarea[wrap="off"]')
    return editor?.value ?? lab.querySelector('.static-code:not([hidden])')?.textContent ?? ''
  })
}

export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (found) => found.textContent ?? '')
}

const PLAIN_EDITOR = 'section.lab textarea[wrap="off"]'
