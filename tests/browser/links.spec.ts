/** Follows every link of every page of the built site, under its base path. */
import { SITE_PAGES } from '../support/browser-pages.ts'
import { expect, test } from '../support/browser-watch.ts'

for (const path of SITE_PAGES) {
  test(`every link on /${path} leads to a page of the site`, async ({ page, request, baseURL }) => {
    await page.goto(path)
    const hrefs = await page
      .getByRole('link', { includeHidden: true })
      .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')))
    const own = new Set(
      hrefs
        .map((href) => href.replace(/#.*$/, ''))
        .filter((href) => new URL(href).origin === new URL(page.url()).origin),
    )
    expect(own.size).toBeGreaterThan(0)
    for (const href of own) {
      expect.soft(href, 'lies under the base path').toContain(baseURL)
      expect.soft((await request.get(href)).status(), href).toBe(200)
    }
  })
}
