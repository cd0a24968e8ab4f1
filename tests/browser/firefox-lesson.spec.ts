/** The first lesson in Firefox: run, see the error and the verdicts, mend it in the editor, see it proven. */
import { expect, test } from '@playwright/test'
import puppeteer, { type Page } from 'puppeteer-core'
import { findSystemFirefox, NO_FIREFOX } from '../../scripts/find-firefox.ts'

const executablePath = findSystemFirefox()
const PATIENCE = { timeout: 50_000 }
const MENDED = "import { WorkerPlugin } from 'distributed'\nexport class TaskMonitor extends WorkerPlugin {}\n"

test('the first lesson works in Firefox', async ({ baseURL }, info) => {
  info.skip(executablePath === undefined, NO_FIREFOX)
  info.setTimeout(150_000)
  if (executablePath === undefined) throw new Error(NO_FIREFOX)
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 1280, height: 900 })
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(`${baseURL}lessons/impossible-error/`)
    await page.$eval('section.lab', (lab) => lab.scrollIntoView())
    await page.waitForSelector('astro-island:not([ssr]) section.lab', PATIENCE)

    await run(page)
    expect(await textOf(page, '.console')).toContain('Registering duck-typed plugins is not allowed')
    expect(await goalMarks(page)).toEqual(['not met', 'not met', 'met'])
    await screenshot(page, 'refused')

    await page.locator('::-p-aria([name="Edit"][role="button"])').click()
    await page.waitForSelector('section.lab .monaco-editor .view-line', PATIENCE)
    await page.click('section.lab .monaco-editor .view-lines')
    await page.keyboard.down('Control')
    await page.keyboard.press('a')
    await page.keyboard.up('Control')
    await page.keyboard.type(MENDED)
    // The edit runs by itself; the outcome names all goals once they are judged.
    await page.waitForFunction(
      () => /3 of 3/.test(document.querySelector('section.lab [role="status"]')?.textContent ?? ''),
      PATIENCE,
    )
    expect(await goalMarks(page)).toEqual(['met', 'met', 'met'])
    expect(problems).toEqual([])
  } finally {
    await browser.close()
  }
})

async function run(page: Page): Promise<void> {
  await page.locator('::-p-aria([name="Run"][role="button"])').click()
  await page.waitForSelector('section.lab[data-phase="settled"]', PATIENCE)
}

function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (found) => found.textContent ?? '')
}

function goalMarks(page: Page): Promise<string[]> {
  return page.$$eval('section.lab .goal-mark', (marks) => marks.map((mark) => mark.textContent?.trim() ?? ''))
}

async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/firefox-${name}.png` })
}
