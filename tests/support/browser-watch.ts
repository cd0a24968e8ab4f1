/** Playwright's `test`, with a watch on each page: nothing may go wrong behind the reader's back. */
import { type BrowserContext, test as base, expect, type Request } from '@playwright/test'

export type Watch = {
  /** What went wrong so far, one line each. */
  readonly problems: readonly string[]
  /** Takes note that a problem of this kind is what the test is about. */
  expectProblem(pattern: RegExp): void
}

export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      if (baseURL === undefined) throw new Error('There is no address of the site: see tests/support/browser-site.ts.')
      const problems: string[] = []
      const expected: RegExp[] = []
      const pending = await watchContext(context, new URL(baseURL).origin, (problem) => problems.push(problem))
      await use({ problems, expectProblem: (pattern) => expected.push(pattern) })
      await expect.poll(() => pending.size, { message: 'requests still on their way' }).toBe(0)
      expect(problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** @returns the requests that are still on their way */
async function watchContext(
  context: BrowserContext,
  origin: string,
  report: (problem: string) => void,
): Promise<ReadonlySet<Request>> {
  const pending = new Set<Request>()
  context.on('console', (message) => {
    if (message.type() === 'error') report(`console error: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => report(`page error: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    if (/^https?:/.test(request.url())) pending.add(request)
    if (!isOwn(request.url(), origin)) report(`request off the site: ${request.url()}`)
  })
  context.on('page', (page) => {
    // A page that is closed may take its requests with it without a word of their end.
    const made = new Set<Request>()
    page.on('request', (request) => made.add(request))
    page.on('close', () => {
      for (const request of made) pending.delete(request)
    })
    // A crash takes the whole process, and the service worker lives in it too.
    page.on('crash', () => pending.clear())
  })
  context.on('requestfinished', (request) => pending.delete(request))
  context.on('requestfailed', (request) => {
    pending.delete(request)
    const reason = request.failure()?.errorText ?? 'no reason given'
    // A page that is left, or a worker that is stopped, drops what it was still loading.
    if (!/ERR_ABORTED|NS_BINDING_ABORTED/.test(reason)) report(`failed request: ${request.url()} (${reason})`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) report(`failed request: ${response.url()} (${response.status()})`)
  })
  await context.exposeFunction('reportPolicyViolation', (violation: string) => report(`policy violation: ${violation}`))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
      const text = `${effectiveDirective} blocked ${blockedURI} (${sourceFile}:${lineNumber})`
      Reflect.get(globalThis, 'reportPolicyViolation')(text)
    })
  })
  return pending
}

/** Workers and frames ask for blob:, data: and about: addresses, which never leave the page. */
export function isOwn(url: string, origin: string): boolean {
  return new URL(url).origin === origin || /^(blob|data|about):/.test(url)
}
