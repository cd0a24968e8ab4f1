/** A watch on a page in the system's Firefox: errors, failed requests, and requests that leave the site. */
import type { Page } from 'puppeteer-core'
import { isOwn } from './browser-watch.ts'

/** What Firefox says, as an error of the page, of a request that the service worker did not come to answer. */
const UNANSWERED = /Failed to load ‘(.*)’\. A ServiceWorker intercepted the request and encountered an unexpected error/
const ABORTED = 'NS_BINDING_ABORTED'

/**
 * @param origin of the site that the page belongs to
 * @returns what is to be called at the end: it reports what only a page that was left could have been forgiven
 */
export function watchPage(page: Page, origin: string, report: (problem: string) => void): () => void {
  // Firefox tells of what a page drops when it is left a moment before it tells that the page is left.
  const unanswered = new Map<string, string>()
  const aborted = new Set<string>()
  const judge = () => {
    for (const problem of unanswered.values()) report(problem)
    unanswered.clear()
    aborted.clear()
  }

  page.on('request', (request) => {
    if (!isOwn(request.url(), origin)) report(`request off the site: ${request.url()}`)
    if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return
    for (const url of aborted) unanswered.delete(url)
    judge()
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given'
    // A page that is left, or a worker that is stopped, drops what it was still loading.
    if (reason.includes(ABORTED)) aborted.add(request.url())
    else report(`failed request: ${request.url()} (${reason})`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) report(`failed request: ${response.url()} (${response.status()})`)
  })
  page.on('pageerror', (error) => {
    const problem = `page error: ${error}`
    const [, url] = UNANSWERED.exec(problem) ?? []
    if (url === undefined) report(problem)
    else unanswered.set(url, problem)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') report(`console error: ${message.text()} (${message.location().url})`)
  })
  return judge
}
