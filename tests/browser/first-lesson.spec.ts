/** The first lesson as a reader does it, from a cold start: predict, run, see, mend, prove. */
import { readFileSync } from 'node:fs'
import { type Language, openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

const LESSON = 'impossible-error'
const LAB = 'content/labs/impossible-error/register'
const MESSAGE =
  'Registering duck-typed plugins is not allowed. Please inherit from NannyPlugin, WorkerPlugin, or SchedulerPlugin to create a plugin.'
const CANONICAL = ['distributed', 'distributed/diagnostics/plugin', 'dask/distributed']

const monitor = readFileSync(`${LAB}/start/monitor.ts`, 'utf8')
const main = readFileSync(`${LAB}/start/main.ts`, 'utf8')

function importFrom(specifier: string): string {
  return monitor.replace("'dask/distributed/diagnostics/plugin'", `'${specifier}'`)
}

for (const language of ['en', 'zh-cn'] satisfies Language[]) {
  test.describe(`the first lesson (${language})`, () => {
    test('shows the error and the two classes, and every canonical import mends it', async ({ page }) => {
      const lab = await openLab(page, LESSON, language)
      await lab.run()
      await expect(lab.console).toContainText(MESSAGE)
      // Every run's frame is gone; one waits for the next.
      await expect(page.locator('iframe')).toHaveCount(1)
      await lab.openResult('classes')
      await expect(lab.region.locator('.print').filter({ hasText: /^\s*WorkerPlugin #1/ })).toContainText(
        'distributed/diagnostics/plugin.ts',
      )
      await expect(lab.region.locator('.print').filter({ hasText: /^\s*WorkerPlugin #2/ })).toContainText(
        'dask/distributed/diagnostics/plugin.ts',
      )
      expect(await lab.goalMarks()).toEqual([lab.words.unmet, lab.words.unmet, lab.words.met])

      for (const specifier of CANONICAL) {
        await lab.replace('monitor.ts', importFrom(specifier))
        await lab.run()
        expect(await lab.goalMarks(), specifier).toEqual([lab.words.met, lab.words.met, lab.words.met])
        await expect(lab.region.locator('.print')).toHaveCount(0)
      }
    })

    test('a prediction earns its reply', async ({ page }) => {
      await page.goto(`${language === 'en' ? '' : 'zh-cn/'}lessons/${LESSON}/`)
      const prediction = page.locator('section.prediction')
      await prediction.scrollIntoViewIfNeeded()
      await expect(page.locator('astro-island:not([ssr]) section.prediction')).toBeVisible()
      const options = prediction.getByRole('button')
      const replies = new Set<string>()
      for (let index = 0; index < (await options.count()); index += 1) {
        await options.nth(index).click()
        await expect(options.nth(index)).toHaveAttribute('aria-pressed', 'true')
        replies.add(await prediction.locator('.prediction-reply').innerText())
      }
      expect(replies.size).toBe(await options.count())
    })
  })
}

test.describe('cheats leave goals unmet', () => {
  test('printing the answer', async ({ page }) => {
    const lab = await openLab(page, LESSON)
    await lab.replace(
      'main.ts',
      "console.log({ 'worker-0': { status: 'OK' }, 'worker-1': { status: 'OK' } })\nconsole.log('met met met')\n",
    )
    await lab.run()
    expect((await lab.goalMarks()).slice(0, 2)).toEqual(['not met', 'not met'])
  })

  test('a class that says yes to every instanceof', async ({ page }) => {
    const lab = await openLab(page, LESSON)
    await lab.replace(
      'monitor.ts',
      'export class TaskMonitor {\n  static [Symbol.hasInstance]() { return true }\n  setup() { return true }\n}\n',
    )
    await lab.run()
    expect((await lab.goalMarks()).slice(0, 2)).toEqual(['not met', 'not met'])
  })
})

test.describe('mistakes show their place', () => {
  test('a syntax error', async ({ page }) => {
    const lab = await openLab(page, LESSON)
    await lab.replace('monitor.ts', 'export class TaskMonitor {\n  setup() {}\n  teardown( }\n}\n')
    await lab.button('run').click()
    await expect(lab.status).toContainText('monitor.ts:3:')
    await expect(lab.console.getByRole('button', { name: /^monitor\.ts:3:/ })).toBeVisible()
  })

  test('a module that is not there', async ({ page }) => {
    const lab = await openLab(page, LESSON)
    await lab.replace(
      'monitor.ts',
      "import { WorkerPlugin } from 'dask/distributd'\nexport class TaskMonitor extends WorkerPlugin {}\n",
    )
    await lab.button('run').click()
    await expect(lab.status).toContainText('monitor.ts:1:')
    await expect(lab.console).toContainText('dask/distributd')
  })

  test('an error that is thrown, and its place opens in the editor', async ({ page }) => {
    const lab = await openLab(page, LESSON)
    await lab.replace('main.ts', 'function deep(): never {\n  throw new RangeError("too far")\n}\ndeep()\n')
    await lab.run()
    await expect(lab.console).toContainText('RangeError: too far')
    await lab.openFile('monitor.ts')
    await lab.console.getByRole('button', { name: 'main.ts:2:9' }).click()
    await expect(lab.region.getByRole('tab', { name: /^main\.ts/ })).toHaveAttribute('aria-selected', 'true')
  })
})

test.describe('an endless loop', () => {
  const LOOP = "console.log('before')\nwhile (true) {}\n"

  test('is stopped by Stop, the page answers all the while, and the next run works', async ({ page }) => {
    const lab = await openLab(page, LESSON)
    await lab.replace('main.ts', LOOP)
    await lab.button('run').click()
    await expect(lab.console).toContainText('before')
    // The page itself is not blocked: it answers while the program loops.
    expect(await page.evaluate(() => 1 + 1)).toBe(2)
    await lab.button('stop').click()
    await expect(lab.status).toHaveText('Stopped by you.')
    await lab.replace('main.ts', main)
    await lab.run()
    await expect(lab.console).toContainText('1 + 1 = 2')
  })

  test('is stopped by the watchdog, and the next run works', async ({ page }) => {
    const lab = await openLab(page, LESSON)
    await lab.replace('main.ts', LOOP)
    await lab.run()
    await expect(lab.status).toContainText('Stopped after 5 seconds')
    await expect(lab.console).toContainText('before')
    await lab.button('reset').click()
    await lab.run()
    await expect(lab.console).toContainText(MESSAGE)
  })
})

test('the Modules view shows one sheet with two prints, and after the mend none that is doubled', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.run()
  await lab.region.getByRole('tab', { name: 'Modules' }).click()
  await expect(lab.region.getByRole('table').getByText('dask/distributed/diagnostics/plugin.ts').first()).toBeVisible()
  await expect(lab.region.getByText(/^Out of register/)).toBeVisible()
  await lab.replace('monitor.ts', importFrom('distributed'))
  await lab.run()
  await expect(lab.region.getByText(/^In register/)).toBeVisible()
  await expect(lab.region.getByRole('table').getByText('dask/distributed/diagnostics/plugin.ts')).toHaveCount(0)
})
