/** The X-ray by keyboard alone: every view is reached, gone through and selected from, and the focus is seen wherever it stands. */
import type { ElementHandle, Locator, Page } from '@playwright/test'
import { type LabOnPage, type Language, openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'
import { type FocusState, lookAtFocus } from '../support/focus-ring.ts'

const LESSON = 'impossible-error'

const WORDS = {
  en: {
    console: 'Console',
    modules: 'Modules',
    classes: 'Classes',
    checks: 'Checks',
    cluster: 'Cluster',
    bundle: 'Bundle',
    timeline: 'Timeline',
    back: 'Step back',
    forward: 'Step forward',
    selected: 'Selected: ',
    step: (position: number) => new RegExp(`^Step ${position} of`),
  },
  'zh-cn': {
    console: '控制台',
    modules: '模块',
    classes: '类',
    checks: '检查',
    cluster: '集群',
    bundle: '打包结果',
    timeline: '时间轴',
    back: '上一步',
    forward: '下一步',
    selected: '已选中：',
    step: (position: number) => new RegExp(`^第 ${position} 步`),
  },
} as const

const VIEWS = ['console', 'modules', 'classes', 'checks', 'cluster', 'bundle'] as const

/** More stops than any way here has. */
const FAR = 200

for (const { language, width } of [
  { language: 'en', width: 1280 },
  { language: 'zh-cn', width: 360 },
] satisfies { language: Language; width: number }[]) {
  test.describe(`by keyboard alone (${language}, ${width} px)`, () => {
    test.use({ viewport: { width, height: 800 } })
    const words = WORDS[language]

    for (const view of VIEWS) {
      const name = words[view]
      test(`the view ${name} is reached by arrows, and holds the focus in sight at each stop`, async ({ page }) => {
        const { lab, keys } = await runByKeyboard(page, language)
        await keys.openView(lab, name)
        await expect(lab.region.getByRole('tabpanel', { name })).toBeVisible()
        // What is loaded when it is first looked at has come.
        await expect(lab.region.locator('.results .results-empty')).toHaveCount(0)
        const stops = await keys.goThrough(lab.region.locator('.results .tab-panel'))
        expect(stops).toBeGreaterThan(0)
      })
    }

    test('a class is selected, and with it what the other views and the code have of it', async ({ page }) => {
      const { lab, keys } = await runByKeyboard(page, language)
      await keys.openView(lab, words.classes)
      const own = lab.region.getByRole('button', { name: 'TaskMonitor', exact: true })
      await keys.tabTo(own)
      await keys.press('Enter')
      await expect(own).toHaveAttribute('aria-pressed', 'true')
      await expectSelected(lab, `${words.selected}TaskMonitor`)
      await expectMarked(lab, 'monitor.ts', '5')

      await keys.openView(lab, words.modules)
      await expect(lab.region.locator('.module-print[aria-pressed="true"]')).toHaveText(/monitor\.ts/)
      await keys.openView(lab, words.checks)
      await expect(lab.region.locator('.check-row[data-met-class="true"]')).toHaveCount(1)
      await keys.openView(lab, words.bundle)
      await expect(lab.region.locator('.bundle-section[data-selected]')).toContainText('monitor.ts')
    })

    test('a module is selected, and with it its lines of the bundle and of the code', async ({ page }) => {
      const { lab, keys } = await runByKeyboard(page, language)
      await keys.openView(lab, words.modules)
      const print = lab.region.locator('.module-print', { hasText: 'monitor.ts' })
      await keys.tabTo(print)
      await keys.press('Space')
      await expectSelected(lab, `${words.selected}monitor.ts`)
      await expectMarked(lab, 'monitor.ts', '1')
      await expect(lab.region.locator('.module-table tr[data-selected]')).toContainText('monitor.ts')
      await keys.openView(lab, words.bundle)
      await expect(lab.region.locator('.bundle-section[data-selected]')).toContainText('monitor.ts')
    })

    test('checks and events of the cluster are one stop each, and what is reached can be selected', async ({
      page,
    }) => {
      const { lab, keys } = await runByKeyboard(page, language)
      await keys.openView(lab, words.checks)
      const check = lab.region.locator('.check-row').first()
      await keys.tabTo(check)
      await keys.press('Enter')
      await expectMarked(lab, 'main.ts', '11')
      await expect(lab.region.locator('.timeline-selected')).toContainText('registerPlugin')

      await keys.openView(lab, words.cluster)
      const events = lab.region.locator('.cluster-events [data-row]')
      const last = (await events.count()) - 1
      await keys.tabTo(events.first())
      await expect(lab.region.locator('.cluster-events [tabindex="0"]')).toHaveCount(1)
      const walk = [
        { key: 'ArrowDown', row: 1 },
        { key: 'ArrowDown', row: 2 },
        { key: 'ArrowUp', row: 1 },
        { key: 'End', row: last },
        { key: 'ArrowDown', row: last },
        { key: 'Home', row: 0 },
        { key: 'ArrowUp', row: 0 },
        { key: 'ArrowDown', row: 1 },
      ]
      for (const { key, row } of walk) {
        await keys.press(key)
        await expect(events.nth(row)).toBeFocused()
      }
      await keys.press('Enter')
      await expect(events.nth(1)).toHaveAttribute('aria-pressed', 'true')
      await expect(lab.region.locator('.timeline-selected')).toContainText(await events.nth(1).innerText())
      // The list is left by one key, and comes back to where it was left.
      await keys.press('Tab')
      await expect(lab.region.locator('.cluster-events [data-row]:focus')).toHaveCount(0)
      await keys.press('Shift+Tab')
      await expect(events.nth(1)).toBeFocused()
    })

    test('the timeline goes back and forward, by its buttons and by its slider', async ({ page }) => {
      const { lab, keys } = await runByKeyboard(page, language)
      const slider = lab.region.getByRole('slider', { name: words.timeline })
      const end = Number(await slider.getAttribute('max'))
      await keys.tabTo(lab.region.getByRole('button', { name: words.back }))
      await keys.press('Enter')
      await keys.press('Enter')
      await expect(slider).toHaveAttribute('aria-valuetext', words.step(end - 2))
      await keys.tabTo(lab.region.getByRole('button', { name: words.forward }))
      await keys.press('Space')
      await expect(slider).toHaveAttribute('aria-valuetext', words.step(end - 1))
      await keys.tabTo(slider)
      await keys.press('Home')
      await expect(slider).toHaveAttribute('aria-valuetext', words.step(0))
      await expect(lab.console).not.toContainText('1 + 1')
      await keys.press('ArrowRight')
      await expect(slider).toHaveAttribute('aria-valuetext', words.step(1))
      await keys.press('ArrowLeft')
      await expect(slider).toHaveAttribute('aria-valuetext', words.step(0))
      await keys.press('End')
      await expect(lab.console).toContainText('1 + 1')
    })
  })
}

/** Nothing is pressed but keys: from the lab's own heading to Run, and on. */
async function runByKeyboard(page: Page, language: Language) {
  const lab = await openLab(page, LESSON, language)
  const keys = createKeys(page)
  await keys.tabTo(lab.button('run'))
  await keys.press('Enter')
  await expect(lab.region).toHaveAttribute('data-phase', 'settled')
  return { lab, keys }
}

async function expectSelected(lab: LabOnPage, words: string): Promise<void> {
  await expect(lab.region.locator('.timeline-selected')).toHaveText(words)
}

async function expectMarked(lab: LabOnPage, file: string, line: string): Promise<void> {
  const files = lab.region.getByRole('tablist', { name: lab.words.files })
  await expect(files.getByRole('tab', { selected: true })).toContainText(file)
  await expect(lab.region.locator('.line-mark:visible')).toHaveAttribute('data-line', line)
}

/** A keyboard that looks, after each key, whether the focus can be seen. */
function createKeys(page: Page) {
  const press = async (key: string, target?: ElementHandle<Element>): Promise<FocusState> => {
    await page.keyboard.press(key)
    const focus = await lookAtFocus(page, target)
    expect(focus.isSeen, `Is the focus seen after ${key}? ${focus.at}`).toBe(true)
    return focus
  }
  const keys = {
    press,
    /** Goes on by Tab until the focus is there. */
    tabTo: async (locator: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
      const target = await handleOf(locator)
      let { isThere } = await lookAtFocus(page, target)
      for (let stop = 0; stop < FAR && !isThere; stop += 1) isThere = (await press(key, target)).isThere
      expect(isThere, `Is ${locator} reached by ${key}?`).toBe(true)
    },
    /** From before a part of the page to behind it: how many stops it has. */
    goThrough: async (locator: Locator) => {
      const part = await handleOf(locator)
      let stops = 0
      while (stops < FAR && (await press('Tab', part)).isInside) stops += 1
      expect(stops, `How many stops has ${locator}?`).toBeLessThan(FAR)
      return stops
    },
    openView: async ({ region, words }: LabOnPage, name: string) => {
      const tabs = region.getByRole('tablist', { name: words.results })
      const { isInside } = await lookAtFocus(page, await handleOf(region.locator('.results')))
      await keys.tabTo(tabs.getByRole('tab', { selected: true }), isInside ? 'Shift+Tab' : 'Tab')
      await press('Home')
      const target = await handleOf(tabs.getByRole('tab', { name }))
      for (let { isThere } = await lookAtFocus(page, target); !isThere; )
        isThere = (await press('ArrowRight', target)).isThere
      await expect(tabs.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true')
    },
  }
  return keys
}

async function handleOf(locator: Locator): Promise<ElementHandle<Element>> {
  const handle = await locator.elementHandle()
  if (handle === null) throw new Error(`There is no ${locator} on the page.`)
  return handle
}
