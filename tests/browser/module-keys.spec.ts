/** What the third lesson says of the browser's module map is asked of the browser. */
import { expect, test } from '../support/browser-watch.ts'
import { readLesson } from '../support/lesson-page.ts'
import { keyRowsOf, LINK, MODULE } from '../support/module-keys.ts'

const PAGE = '<!doctype html><title>keys</title><link rel="icon" href="data:,">'

test('the third lesson’s table is right about the browser', async ({ page }) => {
  const rows = keyRowsOf(readLesson('en', 'once-per-key'))
  // A server of plain files: a link is a second address with the same text.
  await page.route('**/module-keys/**', (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname).split('/').at(-1)
    const isModule = name === MODULE || name === LINK
    const contentType = isModule ? 'text/javascript' : 'text/html'
    return route.fulfill({ contentType, body: isModule ? 'export class WorkerPlugin {}' : PAGE })
  })
  await page.goto('module-keys/')
  const specifiers = [`./${MODULE}`, ...rows.map(({ specifier }) => specifier)]
  const found = await page.evaluate(async ([first = '', ...others]) => {
    const classOf = async (specifier: string) => (await import(new URL(specifier, location.href).href)).WorkerPlugin
    const known = await classOf(first)
    return Promise.all(others.map(async (other) => ((await classOf(other)) === known ? 'one' : 'two')))
  }, specifiers)
  expect(found).toEqual(rows.map(({ inChromium }) => inChromium))
})
