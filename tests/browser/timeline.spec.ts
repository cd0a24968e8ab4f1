/** The timeline as a reader uses it: by keyboard, by its buttons, with the code and the views following. */
import { openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const LESSON = 'impossible-error'
const VALUE = 'aria-valuetext'

test('the slider goes through the run by keyboard, and marks the line of the step', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  const slider = lab.region.getByRole('slider', { name: 'Timeline' })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute(VALUE, /^Step 0 of \d+: before anything ran$/)
  await expect(lab.console).not.toContainText('1 + 1')
  await page.keyboard.press('ArrowRight')
  await expect(slider).toHaveAttribute(VALUE, /^Step 1 of \d+: .* is evaluated$/)
  await page.keyboard.press('End')
  await expect(lab.console).toContainText('1 + 1 = 2')

  const last = Number(await slider.getAttribute('max'))
  for (let position = last; position > 0; position -= 1) {
    if (/class TaskMonitor is created/.test((await slider.getAttribute(VALUE)) ?? '')) break
    await page.keyboard.press('ArrowLeft')
  }
  await expect(slider).toHaveAttribute(VALUE, /class TaskMonitor is created, monitor\.ts line 5$/)
  await expect(lab.region.locator('.line-mark:visible')).toHaveAttribute('data-line', '5')
  await expect(slider).toBeFocused()
})

test('the height of the lab is the same at every step', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  const slider = lab.region.getByRole('slider')
  const height = async () => (await lab.region.boundingBox())?.height
  const before = await height()
  for (const position of ['0', '3', '37', '44', '60']) {
    await slider.fill(position)
    expect(await height()).toBe(before)
  }
})

test('play begins only when asked, goes on by itself, and pauses', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  const slider = lab.region.getByRole('slider')
  await lab.region.getByRole('button', { name: 'Play' }).click()
  // A slow look may miss any single step.
  await expect(slider).toHaveValue(/^([2-9]|\d\d)$/)
  await lab.region.getByRole('button', { name: 'Pause' }).click()
  await expect(lab.region.getByRole('button', { name: 'Play' })).toBeVisible()
  // Were it going on still, the next step would be a later one.
  const held = Number(await slider.inputValue())
  await lab.region.getByRole('button', { name: 'Step back' }).click()
  await expect(slider).toHaveValue(String(held - 1))
  await lab.region.getByRole('button', { name: 'Step forward' }).click()
  await expect(slider).toHaveValue(String(held))
})

test('who wants no motion is not offered play, and steps all the same', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const lab = await openLab(page, LESSON)
  await lab.run()
  await expect(lab.region.getByRole('button', { name: 'Play' })).toHaveCount(0)
  const slider = lab.region.getByRole('slider')
  const end = Number(await slider.inputValue())
  await lab.region.getByRole('button', { name: 'Step back' }).click()
  await expect(slider).toHaveValue(String(end - 1))
})

test('the mend is compared with the start', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  await lab.region.getByText('Compare with the start').click()
  await expect(lab.region.locator('.compare')).toContainText('This is a run of the start itself.')
  await lab.replace(
    'monitor.ts',
    "import { WorkerPlugin } from 'distributed'\nexport class TaskMonitor extends WorkerPlugin {\nsetup() {}\n}\n",
  )
  await lab.run()
  const classes = lab.region.locator('.compare-topic').filter({ hasText: 'Classes of a name' })
  await expect(classes.getByRole('listitem').filter({ hasText: /(^|\W)WorkerPlugin/ })).toContainText(
    'start: × 2; yours: × 1',
  )
})
