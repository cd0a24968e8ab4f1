/** Runs of two thousand modules and five thousand classes, and of thousands of tasks, in the real page: every view answers, summarises, and says what it left out. */
import { openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'
import { largeCluster, largeMain, serveLargePackage } from '../support/large-program.ts'

/** Beyond this a page gets slow wherever it is scrolled. */
const MOST_ELEMENTS = 4_000
/** Of a cluster, with a worker and its nanny each. */
const MOST_MACHINES = 24

test.setTimeout(240_000)
// What the service worker fetches does not pass the test's own packages.
test.use({ serviceWorkers: 'block' })

test('the views of a large run stay small, and say what they left out', async ({ page }) => {
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

test('the view of a cluster of many workers and thousands of tasks stays small, and steps on', async ({
  page,
  watch,
}) => {
  watch.expectProblem(/reading 'waiting'/)
  const lab = await openLab(page, 'impossible-error')
  await lab.replace('main.ts', largeCluster({ workers: 40, tasks: 2_000 }))
  await lab.button('run').click()
  await expect(lab.region).toHaveAttribute('data-phase', 'settled', { timeout: 100_000 })

  const results = lab.region.locator('.results')
  await results.getByRole('tab', { name: 'Cluster', exact: true }).click()
  const panel = results.getByRole('tabpanel', { name: 'Cluster' })
  await expect(panel.getByRole('list', { name: 'Processes' }).getByRole('heading')).toHaveCount(2 + 2 * MOST_MACHINES)
  await expect(panel).toContainText(/Processes that are not drawn: \d+\. Plugins in them: \d+\./)
  await expect(panel.getByText(/^Earlier events that are not listed: \d{4,}\./)).toBeVisible()
  await expect(panel.locator('.cluster-events li')).toHaveCount(50)
  expect(await results.locator('*').count()).toBeLessThan(MOST_ELEMENTS)

  const slider = results.getByRole('slider')
  await expect(results).toContainText(/Left out of it, but not of the results: .*task transitions \(\d+\)/)
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(panel).toContainText('No cluster at this step')
  await page.keyboard.press('End')
  for (let step = 1; step <= 20; step += 1) await page.keyboard.press('ArrowLeft')
  await expect(slider).toHaveValue('480')
  await expect(slider).toHaveAttribute('aria-valuetext', /^Step 480 of 500: /)
  await expect(panel.locator('.cluster-events li[aria-current="step"]')).toHaveCount(1)
})
