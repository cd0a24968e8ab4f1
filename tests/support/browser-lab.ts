/** A lab on a page, driven as a reader drives it: by its accessible names. */
import { expect, type Locator, type Page } from '@playwright/test'

/** The interface's words that the tests go by, in each language of the site. */
const WORDS = {
  en: {
    edit: 'Edit',
    run: 'Run',
    stop: 'Stop',
    reset: 'Reset',
    files: 'Files',
    results: 'Results',
    goals: 'Goals',
    console: /^Console/,
    classes: /^Classes/,
    met: 'met',
    unmet: 'not met',
  },
  'zh-cn': {
    edit: '编辑',
    run: '运行',
    stop: '停止',
    reset: '重置',
    files: '文件',
    results: '结果',
    goals: '目标',
    console: /^控制台/,
    classes: /^类/,
    met: '已达成',
    unmet: '未达成',
  },
} as const

export type Language = keyof typeof WORDS

export interface LabOnPage {
  readonly region: Locator
  readonly status: Locator
  readonly console: Locator
  readonly words: (typeof WORDS)[Language]
  readonly button: (name: 'edit' | 'run' | 'stop' | 'reset') => Locator
  /** Presses Run and waits until every goal has its verdict. */
  readonly run: () => Promise<void>
  readonly openFile: (name: string) => Promise<void>
  readonly openResult: (name: 'console' | 'classes') => Promise<void>
  /** Opens the editor where it is not open, and puts a text in place of the whole file. */
  readonly replace: (file: string, text: string) => Promise<void>
  /** The marks of all goals, in order. */
  readonly goalMarks: () => Promise<string[]>
}

/** Opens a lesson and waits until one of its labs is alive: the first, unless `place` counts further. */
export async function openLab(page: Page, lesson: string, language: Language = 'en', place = 0): Promise<LabOnPage> {
  await page.goto(`${language === 'en' ? '' : 'zh-cn/'}lessons/${lesson}/`)
  const words = WORDS[language]
  const region = page.locator('section.lab').nth(place)
  await region.scrollIntoViewIfNeeded()
  await expect(region.locator('xpath=ancestor::astro-island[not(@ssr)]')).toBeVisible()

  const button = (name: 'edit' | 'run' | 'stop' | 'reset') =>
    region.getByRole('button', { name: words[name], exact: true })
  const goals = region.getByRole('list', { name: words.goals }).getByRole('listitem')
  const editor = region.getByRole('textbox')
  const lab: LabOnPage = {
    region,
    words,
    button,
    status: region.getByRole('status'),
    console: region.getByRole('tabpanel', { name: words.console }),
    run: async () => {
      await button('run').click()
      await expect(region).toHaveAttribute('data-phase', 'settled')
    },
    openFile: (name) => region.getByRole('tablist', { name: words.files }).getByRole('tab', { name }).click(),
    openResult: (name) =>
      region.getByRole('tablist', { name: words.results }).getByRole('tab', { name: words[name] }).click(),
    replace: async (file, text) => {
      await lab.openFile(file)
      await button('edit').click()
      await expect(editor).toBeAttached()
      await editor.focus()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.insertText(text)
    },
    goalMarks: () => goals.locator('.goal-mark').allInnerTexts(),
  }
  return lab
}
