/** Looks at every page with axe, in both themes, on a desk and on a phone. */
import { AxeBuilder } from '@axe-core/playwright'
import { SITE_PAGES } from '../support/browser-pages.ts'
import { expect, test } from '../support/browser-watch.ts'

const VIEWPORTS = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of VIEWPORTS) {
    test.describe(`in the ${colorScheme} theme at ${viewport.width} pixels`, () => {
      test.use({ colorScheme, viewport })

      for (const path of SITE_PAGES) {
        test(`axe finds nothing on /${path}`, async ({ page }) => {
          await page.goto(path)
          const { violations } = await new AxeBuilder({ page }).analyze()
          const findings = violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id}: ${help}\n${target.join(' ')}\n${failureSummary ?? ''}`),
          )
          expect(findings).toEqual([])
        })
      }
    })
  }
}
