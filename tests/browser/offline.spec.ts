/** Without a network: what was opened stays readable and its lab runs; what was not says so; a new version is told. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { serveSite } from '../../scripts/static-server.ts'
import { openLab } from '../support/browser-lab.ts'
import { SITE_ROOT } from '../support/browser-site.ts'
import { expect, test } from '../support/browser-watch.ts'
import { type StallingSite, serveStallingSite } from '../support/stalling-site.ts'

const LESSON = 'impossible-error'
const monitor = readFileSync('content/labs/impossible-error/register/start/monitor.ts', 'utf8')
const mended = monitor.replace("'dask/distributed/diagnostics/plugin'", "'distributed'")

/** Waits until the service worker keeps all that a lab needs, as it does once the reader is at work on the page. */
async function untilKept(page: Page): Promise<void> {
  await page.mouse.wheel(0, 200)
  const isKept = () =>
    page.evaluate(async () => {
      const wanted = [
        /esbuild.*\.wasm$/,
        /bundler-worker.*\.js$/,
        /packages\.json$/,
        /runner\.html$/,
        /lessons\/[^/]+\/$/,
      ]
      const kept: string[] = []
      for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) kept.push(url)
      }
      return wanted.every((pattern) => kept.some((url) => pattern.test(url)))
    })
  await expect.poll(isKept).toBe(true)
}

test('a lesson that was opened works without a network, its lab included', async ({ page, context, watch }) => {
  // The full editor was never used, so it is not kept.
  watch.expectProblem(/ERR_INTERNET_DISCONNECTED|CodeEditor|open-labs|load-workbench/)
  await openLab(page, LESSON)
  await untilKept(page)
  await context.setOffline(true)
  await page.reload()
  const lab = await openLab(page, LESSON)
  await lab.run()
  await expect(lab.console).toContainText('duck-typed')
  await lab.button('edit').click()
  await lab.region.getByRole('checkbox', { name: 'Plain editor' }).check()
  await lab.region.locator('textarea[wrap="off"]').fill(mended)
  await lab.run()
  expect(await lab.goalMarks()).toEqual(['met', 'met', 'met'])
})

test('a page that was not opened says so without a network, and its links lead to what is kept', async ({
  page,
  context,
  watch,
}) => {
  watch.expectProblem(/ERR_INTERNET_DISCONNECTED|503/)
  await openLab(page, LESSON)
  await untilKept(page)
  await context.setOffline(true)
  await page.goto('zh-cn/keyboard/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这一页没有存在本机')
  await page.goto('keyboard/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not kept on this device')
})

test.describe('a network that takes requests and does not answer', () => {
  let site: StallingSite
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    baseURL: async ({}, use) => {
      site = await serveStallingSite()
      await use(site.url)
      await site.stop()
    },
  })

  test('holds up a lesson that was opened for some seconds only, its lab included', async ({ page }) => {
    await openLab(page, LESSON)
    await untilKept(page)
    site.stall()
    // A document of its own: the address alone would only scroll.
    await page.reload({ waitUntil: 'commit', timeout: 15_000 })
    const lab = page.locator('section.lab')
    await lab.scrollIntoViewIfNeeded()
    await lab.getByRole('button', { name: 'Run', exact: true }).click()
    await expect(lab.getByRole('tabpanel', { name: /^Console/ })).toContainText('duck-typed')
    site.goOn()
  })
})

test.describe('a new version', () => {
  // A copy of the site, whose files can change as a new upload would change them.
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    baseURL: async ({}, use) => {
      const copy = mkdtempSync(join(tmpdir(), 'doppelclass-site-'))
      cpSync(SITE_ROOT, copy, { recursive: true })
      const site = await serveSite({ root: copy, base: '/', host: '127.0.0.1', port: 0, spare: 0 })
      process.env.DOPPELCLASS_SITE_COPY = copy
      await use(site.url)
      await site.stop()
      rmSync(copy, { recursive: true })
    },
  })

  test('is told of, and one press takes it', async ({ page }) => {
    await page.goto('')
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.reload()
    const notice = page.locator('[data-update-notice]')
    await expect(notice).toBeHidden()

    appendFileSync(join(process.env.DOPPELCLASS_SITE_COPY ?? '', 'service-worker.js'), '\n// another version')
    await page.reload()
    await expect(notice).toBeVisible()
    await Promise.all([page.waitForEvent('load'), notice.getByRole('button').click()])
    await expect(notice).toBeHidden()
  })
})

for (const [how, block] of [
  ['answered with nothing', () => Promise.resolve(undefined)],
  ['refused', () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))],
] as const) {
  test(`where a service worker is ${how}, the page goes on without one`, async ({ page, watch }) => {
    await page.addInitScript(`ServiceWorkerContainer.prototype.register = ${block}`)
    const lab = await openLab(page, LESSON)
    await lab.run()
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    expect(watch.problems).toEqual([])
  })
}
