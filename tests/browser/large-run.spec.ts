/** A run of two thousand modules and five thousand classes in the real page: every view answers, summarises, and says what it left out. */
import { openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'
import { largeMain, serveLargePackage } from '../support/large-program.ts'

/** Beyond this a page gets slow wherever it is scrolled. */
const MOST_ELEMENTS = 4_000

test.setTimeout(240_000)
// What the service worker fetches does not pass the test's own packages.
test.use({ serviceWorkers: 'block' })

test('the views of a large run stay small, and say what they left out', async ({ page, watch }) => {
  // Where Playwright blocks service workers, a registration is answered with nothing, which no browser does.
  watch.expectProblem(/reading 'waiting'/)
  await serveLargePackage(page)
  const lab = await openLab(page, 'impossible-error')
  await lab.replace('main.ts', largeMain({ turns: 1, tasks: 0 }))
  // On a busy machine the watchdog may end the run early: the counts leave room for that.
  await lab.button('run').click()
  await expect(lab.region).toHaveAttribute('data-phase', 'settled', { timeout: 200_000 })

  const results = lab.region.locator('.results')
  const open = async (name: string) => {
    await results.getByRole('tab', { name, exact: true }).click()
    await expect(results.getByRole('tabpanel', { name })).toBeVisible()
  }
  const panel = results.getByRole('tabpanel')
  const expectSmall = async () => expect(await results.locator('*').count()).toBeLessThan(MOST_ELEMENTS)

  await open('Modules')
  await expect(panel).toContainText(/Modules in the bundle: 20\d\d\. Evaluated up to this step: \d{4}\./)
  await expect(panel.locator('.module-map')).toContainText('one file, 2 keys')
  await expect(panel.locator('.module-map')).toContainText(/dask: \d+ more modules/)
  await expect(panel.getByRole('button', { name: /^\d+ more$/ }).last()).toBeVisible()
  await expectSmall()

  await open('Classes')
  await expect(panel.getByText(/^Names with several classes that are not listed: \d+$/).first()).toBeVisible()
  await panel.getByRole('searchbox').fill('Whole')
  await expect(panel.getByRole('status')).toHaveText(/^[12]\d{3} of \d{4} classes$/)
  await expect(panel).toContainText(/Classes that are not listed: \d+\. Filter by name or module to find one\./)
  await expectSmall()

  await open('Bundle')
  await expect(panel).toContainText(/Modules: 2,0\d\d\./)
  await expect(panel.getByRole('button', { name: /^[\d,]+ more modules, lines/ }).first()).toBeVisible()
  await expectSmall()

  const slider = results.getByRole('slider')
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', /^Step 0 of 500: before anything ran$/)
  await page.keyboard.press('End')
  await expect(slider).toHaveValue('500')
  await expect(results).toContainText(/Left out of it, but not of the results: .*evaluated modules/)
})
