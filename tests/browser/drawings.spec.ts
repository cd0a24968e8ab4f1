/** The drawings in a lesson's prose: there without a script, with nothing to press, and told in words as well. */
import { expect, test } from '../support/browser-watch.ts'

test.use({ javaScriptEnabled: false })

for (const [language, path, words] of [
  ['English', 'lessons/impossible-error/', 'one file, 2 keys'],
  ['Chinese', 'zh-cn/lessons/impossible-error/', '一个文件，2 个键'],
] as const) {
  test(`a lesson in ${language} draws its modules and its check without a script`, async ({ page }) => {
    await page.goto(path)
    const [modules, check] = [page.locator('[data-view="modules"]'), page.locator('[data-view="check"]')]
    await expect(modules.locator('.module-map:visible')).toHaveCount(1)
    await expect(modules.locator('.module-map:visible')).toContainText(words)
    await modules.locator('summary').click()
    const row = modules.getByRole('row').filter({ hasText: 'dask/distributed/diagnostics/plugin.ts' }).first()
    await expect(row).toContainText('monitor.ts')
    await expect(check.locator('.hop[data-kind="failed"]')).toContainText('WorkerPlugin #2')
    await expect(page.locator('.drawing button')).toHaveCount(0)
  })

  test(`the drawings of a lesson in ${language} fit a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.goto(path)
    const map = page.locator('[data-view="modules"] .module-map:visible')
    const hidden = await map.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(hidden).toBe(0)
  })
}
