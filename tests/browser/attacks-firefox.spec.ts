/** The same hostile programs in Firefox, driven over WebDriver BiDi, since Playwright drives no Firefox but its own. */
import { expect, test } from '@playwright/test'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findSystemFirefox, NO_FIREFOX } from '../../scripts/find-firefox.ts'
import { ATTACKS } from '../support/attacks/attack-list.ts'
import type { AttackJob, AttackReport } from '../support/attacks/attack-page-browser.ts'
import { openAttackBundler } from '../support/attacks/attack-programs.ts'
import { startAttackServers } from '../support/attacks/attack-servers.ts'
import { type AttackBench, type Row, readHonestTrace, withstand, writeTable } from '../support/attacks/attack-suite.ts'

test.describe.configure({ mode: 'default' })

/** Milliseconds: a browser and a bundler may have to start on a busy machine. */
const START_LIMIT = 240_000

const executablePath = findSystemFirefox()

if (executablePath === undefined) {
  test('hostile programs in Firefox', ({ browserName }, info) => {
    process.stdout.write(`${NO_FIREFOX}\n`)
    info.skip(browserName !== undefined, NO_FIREFOX)
  })
} else {
  const rows: Row[] = []
  let browser: Browser
  let page: Page
  let bench: AttackBench
  let honestTrace: string

  test.beforeAll(async () => {
    test.setTimeout(START_LIMIT)
    const servers = await startAttackServers()
    browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
    page = await browser.newPage()
    await page.goto(servers.site)
    const runAttack = (job: AttackJob): Promise<AttackReport> =>
      page.evaluate((given) => Reflect.get(globalThis, 'runAttack')(given), job)
    bench = { browser: 'firefox', page: { runAttack }, servers, bundler: openAttackBundler() }
    honestTrace = await readHonestTrace(bench)
  })

  test.afterAll(async () => {
    writeTable('firefox', rows)
    await browser.close()
    bench.bundler.dispose()
    await bench.servers.stop()
  })

  for (const attack of ATTACKS) {
    test(`${attack.id} in Firefox: ${attack.tries}`, async () => {
      rows.push(await withstand(attack, bench, honestTrace))
    })
  }

  test('after all attacks in Firefox, the page is where it was, and nobody has heard of it', () => {
    expect(page.url()).toBe(bench.servers.site)
    expect(bench.servers.strangers()).toEqual([])
  })
}
