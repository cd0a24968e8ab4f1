/** Visits every page of the built site in both themes: no error, no policy violation, no request to anyone else. */
import { SITE_PAGES } from '../support/browser-pages.ts'
import { expect, test } from '../support/browser-watch.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    for (const path of SITE_PAGES) {
      test(`/${path} loads without a complaint`, async ({ page }) => {
        await page.goto(path)
        await expect(page).toHaveTitle(/\S/)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        // Islands below the fold wake up when they come into view.
        for (const island of await page.locator('astro-island').all())
          await island.locator('> *').first().scrollIntoViewIfNeeded()
        await expect(page.locator('astro-island[ssr]')).toHaveCount(0)
      })
    }
  })
}
