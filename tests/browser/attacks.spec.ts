/** Hostile programs in Chromium: nothing leaves, the page answers, other runs and the next one are as they should be. */
import { expect, type Page, test } from '@playwright/test'
import { ATTACKS } from '../support/attacks/attack-list.ts'
import type { AttackJob, AttackReport } from '../support/attacks/attack-page-browser.ts'
import { openAttackBundler } from '../support/attacks/attack-programs.ts'
import { startAttackServers } from '../support/attacks/attack-servers.ts'
import { type AttackBench, type Row, readHonestTrace, withstand, writeTable } from '../support/attacks/attack-suite.ts'

// One page for all, as a reader has one: what an attack leaves behind must not help the next.
test.describe.configure({ mode: 'default' })

/** Milliseconds: a browser and a bundler may have to start on a busy machine. */
const START_LIMIT = 240_000

const rows: Row[] = []
let bench: AttackBench
let honestTrace: string
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(START_LIMIT)
  const servers = await startAttackServers()
  page = await browser.newPage()
  await page.goto(servers.site)
  const runAttack = (job: AttackJob) =>
    page.evaluate<AttackReport, AttackJob>((given) => Reflect.get(globalThis, 'runAttack')(given), job)
  bench = { browser: 'chromium', page: { runAttack }, servers, bundler: openAttackBundler() }
  honestTrace = await readHonestTrace(bench)
})

test.afterAll(async ({ browserName }) => {
  writeTable(browserName, rows)
  await page.close()
  bench.bundler.dispose()
  await bench.servers.stop()
})

for (const attack of ATTACKS) {
  test(`${attack.id}: ${attack.tries}`, async () => {
    rows.push(await withstand(attack, bench, honestTrace))
  })
}

test('after all attacks, the page is where it was, and nobody has heard of it', () => {
  expect(page.url()).toBe(bench.servers.site)
  expect(page.context().pages()).toHaveLength(1)
  expect(bench.servers.strangers()).toEqual([])
})
