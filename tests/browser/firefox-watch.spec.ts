/** The watch on pages in Firefox: what goes wrong behind the reader's back is seen there too. */
import { EventEmitter } from 'node:events'
import { createServer } from 'node:http'
import type { Page } from 'puppeteer-core'
import { expect, test } from '../support/firefox.ts'
import { watchPage } from '../support/firefox-watch.ts'

test('errors, missing files, breaches of the policy and requests off the site are seen in Firefox', async ({
  openPage,
  watch,
}) => {
  const stranger = createServer((_, response) => response.end('a page of somebody else'))
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  const address = stranger.address()
  if (address === null || typeof address === 'string') throw new Error('The other site has no port.')
  const elsewhere = `http://127.0.0.1:${address.port}/`
  const wanted = [
    /page error: .*thrown on purpose/,
    /failed request: .*no-such-file\.json \(404\)/,
    /page error: .*Content-Security-Policy/,
    new RegExp(`request off the site: ${elsewhere}`),
  ]
  // Whatever else goes wrong on the other site is its own affair.
  for (const pattern of [...wanted, /favicon/]) watch.expectProblem(pattern)

  const page = await openPage('keyboard/')
  await page.evaluate(async () => {
    setTimeout(() => {
      throw new Error('thrown on purpose')
    })
    await fetch('no-such-file.json')
    // Refused by the policy, so that it never becomes a request.
    await fetch('http://127.0.0.1:9/').catch(() => undefined)
  })
  await page.goto(elsewhere)
  for (const pattern of wanted) await expect.poll(() => watch.problems.join('\n')).toMatch(pattern)
  stranger.closeAllConnections()
  stranger.close()
})

test('what the service worker did not answer is forgiven where the page was left, and only there', () => {
  const site = 'http://site.example'
  const file = `${site}/late.wasm`
  /** What is told of a page that goes through these events, in this order. */
  const told = (...events: readonly ('unanswered' | 'aborted' | 'left')[]) => {
    const problems: string[] = []
    const frame = {}
    const page = Object.assign(new EventEmitter(), { mainFrame: () => frame })
    const judge = watchPage(page as unknown as Page, site, (problem) => problems.push(problem))
    const request = (url: string) => ({
      url: () => url,
      frame: () => frame,
      isNavigationRequest: () => url !== file,
      failure: () => ({ errorText: 'NS_BINDING_ABORTED' }),
    })
    const message = `Failed to load ‘${file}’. A ServiceWorker intercepted the request and encountered an unexpected error.`
    for (const event of events) {
      if (event === 'unanswered') page.emit('pageerror', new Error(message))
      if (event === 'aborted') page.emit('requestfailed', request(file))
      if (event === 'left') page.emit('request', request(`${site}/next/`))
    }
    judge()
    return problems.length
  }
  expect(told('unanswered', 'aborted', 'left')).toBe(0)
  expect(told('unanswered', 'aborted')).toBe(1)
  expect(told('unanswered', 'left')).toBe(1)
  expect(told('left', 'unanswered', 'aborted')).toBe(1)
  expect(told('unanswered', 'aborted', 'left', 'unanswered', 'left')).toBe(1)
})
