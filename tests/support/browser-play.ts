/** The playground and frames of it, driven as a reader drives them. */
import { expect, type Locator, type Page } from '@playwright/test'

export interface Play {
  readonly region: Locator
  readonly status: Locator
  readonly console: Locator
  readonly files: Locator
  readonly button: (name: string) => Locator
  readonly run: () => Promise<void>
  readonly fileNames: () => Promise<string[]>
}

/** @param path below the site, e.g. `playground/#template=empty` */
export async function openPlay(page: Page, path: string, words = { run: 'Run', files: 'Files' }): Promise<Play> {
  await page.goto(path)
  return playOn(page.locator('body'), words)
}

/** @param within the page, or a frame of it */
export async function playOn(within: Locator, words = { run: 'Run', files: 'Files' }): Promise<Play> {
  const region = within.locator('section.lab')
  await expect(within.locator('astro-island:not([ssr]) section.lab')).toBeVisible()
  // The playground has read its address, and opened what it asks for.
  await expect(within.locator('.playground:not([aria-busy="false"])')).toHaveCount(0)
  const button = (name: string) => region.getByRole('button', { name, exact: true })
  const files = region.getByRole('tablist', { name: words.files })
  return {
    region,
    files,
    button,
    status: region.getByRole('status'),
    console: region.getByRole('tabpanel', { name: /^(Console|控制台)/ }),
    run: async () => {
      await button(words.run).click()
      await expect(region).toHaveAttribute('data-phase', 'settled')
    },
    fileNames: () => files.getByRole('tab').allInnerTexts(),
  }
}
