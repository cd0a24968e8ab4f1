/** The view of checks on the first lesson: what was asked, hop by hop, by keyboard, and only what had happened by the step. */
import { openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const LESSON = 'impossible-error'

test('the walk of the failed dispatch names the hop that failed, and after the mend the one that was met', async ({
  page,
}) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  await lab.region.getByRole('tab', { name: 'Checks' }).click()
  const hops = lab.region.getByRole('list', { name: 'The walk, from the object up' }).locator(':scope > li')
  await expect(hops).toHaveText([/^TaskMonitor/, /^TaskMonitor/, /^WorkerPlugin #2/, /^Object/, /^null/])
  await expect(hops.nth(2)).toContainText('the name fits, the class does not')
  await expect(hops.nth(2)).toContainText('WorkerPlugin #1 same name, not the same class')
  await expect(lab.region.getByRole('button', { name: 'main.ts:', exact: false }).last()).toBeVisible()

  await lab.replace('monitor.ts', "export { WorkerPlugin as TaskMonitor } from 'distributed'\n")
  await lab.run()
  await expect(hops.last()).toContainText('the same class')
  await expect(hops.last()).toContainText('met')
})

test('arrow keys go through the checks, and a class that is picked marks those that met it', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  const program = ['class A {}', 'class B extends A {}', 'const b = new B()']
  const asked = ['console.log(b instanceof A)', 'console.log(b instanceof B)', 'console.log({} instanceof A)']
  await lab.replace('main.ts', [...program, ...asked].join('\n'))
  await lab.run()
  await lab.region.getByRole('tab', { name: 'Checks' }).click()
  const rows = lab.region.getByRole('list', { name: 'Checks in order' }).locator('.check-row')
  await rows.nth(2).focus()
  await page.keyboard.press('Home')
  await expect(rows.nth(0)).toBeFocused()
  await expect(rows.nth(0)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await expect(lab.region.locator('.check-row[tabindex="0"]')).toHaveCount(1)

  await lab.region.getByRole('button', { name: 'B', exact: true }).click()
  await expect(lab.region.locator('.check-row').filter({ hasText: 'met B' })).toHaveCount(2)

  await lab.region.getByRole('slider', { name: 'Timeline' }).focus()
  await page.keyboard.press('Home')
  await expect(lab.region).toContainText('Up to this step nothing was checked.')
})
