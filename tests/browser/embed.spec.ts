/** A lab or a project in a frame of somebody else's page. */
import { createServer, type Server } from 'node:http'
import { deflateRawSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { openPlay, playOn } from '../support/browser-play.ts'
import { expect, test, type Watch } from '../support/browser-watch.ts'

const project = {
  dask: '2026.7.1',
  packages: [],
  entry: 'main.ts',
  files: { 'main.ts': "console.log('framed')\n" },
  links: {},
  build: { preserveSymlinks: false, conditions: [], alias: {}, external: [] },
}
const shared = `v1.${deflateRawSync(JSON.stringify({ project, focus: 'main.ts' })).toString('base64url')}`

/** Puts frame code into a page of another origin. */
async function embedIn(page: Page, watch: Watch, code: string) {
  const html = `<!doctype html><html lang="en"><title>Another page</title><link rel="icon" href="data:,"><h1>Another page</h1>${code}</html>`
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The other page has no port.')
  watch.expectProblem(new RegExp(`request off the site: http://127.0.0.1:${address.port}/$`))
  await page.goto(`http://127.0.0.1:${address.port}/`)
  return page.frameLocator('iframe').locator('body')
}

const servers: Server[] = []
test.afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const frame = (url: string | undefined, path: string) =>
  `<iframe src="${url}${path}" title="frame" width="100%" height="760"></iframe>`

test('a lab is shown with its goals, and runs', async ({ page, baseURL, watch }) => {
  const body = await embedIn(page, watch, frame(baseURL, 'embed/#lab=impossible-error/register'))
  const play = await playOn(body)
  await expect(body.getByRole('link', { name: /Doppelclass/ })).toBeVisible()
  await expect(body.getByRole('navigation')).toHaveCount(0)
  await expect(play.region).toHaveAttribute('data-phase', 'idle')
  await play.run()
  await expect(play.status).toContainText('1 of 3 goals met')
})

test('a shared project says that it came with a link, and runs only when Run is pressed', async ({
  page,
  baseURL,
  watch,
}) => {
  const play = await playOn(await embedIn(page, watch, frame(baseURL, `embed/#${shared}`)))
  await expect(play.region).toContainText('This project came with a link')
  await expect(play.region).toHaveAttribute('data-phase', 'idle')
  await play.run()
  await expect(play.console).toContainText('framed')
})

for (const [hash, words] of [
  ['', 'Nothing is to be shown'],
  ['#lab=no/such', 'There is no lab “no/such”'],
  ['#v1.abc', 'could not be opened'],
] as const) {
  test(`a frame for "${hash}" says why it shows nothing`, async ({ page }) => {
    await page.goto(`embed/${hash}`)
    await expect(page.getByRole('alert')).toContainText(words)
  })
}

test('the frame code of the playground shows what was open there; of an untouched lab, with its goals', async ({
  page,
  watch,
}) => {
  const play = await openPlay(page, 'playground/#template=query-suffix')
  await expect(play.files.getByRole('tab')).toHaveCount(3)
  await play.button('Embed…').click()
  const code = page.getByRole('dialog').getByRole('textbox', { name: 'Frame code' })
  await expect(code).toBeFocused()
  const own = await code.inputValue()
  await page.keyboard.press('Escape')
  await page.getByLabel('Start from').selectOption('Register the monitor')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(play.files.getByRole('tab')).toHaveText(['monitor.ts', 'main.ts'])
  await play.button('Embed…').click()
  await expect(code).toHaveValue(/\/embed\/#lab=impossible-error\/register"/)

  const framed = await playOn(await embedIn(page, watch, own))
  await expect(framed.files.getByRole('tab')).toHaveText(['circle.ts', 'shape.ts', 'main.ts'])
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' })

  test('it fits, in Chinese, and follows the theme', async ({ page }) => {
    await page.goto('zh-cn/embed/#lab=impossible-error/register')
    const play = await playOn(page.locator('body'), { run: '运行', files: '文件' })
    await play.run()
    await expect(play.region.getByRole('list', { name: '目标' }).getByRole('listitem')).toHaveCount(3)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(18, 21, 28)',
    )
  })
})
