/** Hostile programs on a lesson's own page: what was blocked is said in words, what looks like markup is text, goals stay unmet. */
import { readFileSync } from 'node:fs'
import { type Language, openLab } from '../support/browser-lab.ts'
import { expect, test } from '../support/browser-watch.ts'

// An editor, a bundler and several runs each: a busy machine takes its time.
test.describe.configure({ timeout: 180_000 })

const LESSON = 'impossible-error'
const REACHES_OUT = `try { await fetch('http://127.0.0.1:9/leak') } catch {}
try { new Worker('x.js') } catch {}
try { indexedDB.open('mine') } catch {}
try { eval('1') } catch {}
console.log('done')
`
const BLOCKED: Record<Language, readonly string[]> = {
  en: [
    'This program tried to open a connection to http://127.0.0.1:9/leak. Programs here have no network.',
    'This program tried to start a worker (Worker).',
    'This program tried to use indexedDB.open.',
    'This program tried to make code out of a text.',
  ],
  'zh-cn': [
    '程序试图连接 http://127.0.0.1:9/leak。这里的程序不能访问网络。',
    '程序试图启动 worker（Worker）。',
    '程序试图使用 indexedDB.open。',
    '程序试图把一段文本当作代码执行。',
  ],
}

for (const language of ['en', 'zh-cn'] satisfies Language[]) {
  test(`the console says in words what was blocked (${language})`, async ({ page, watch }) => {
    // The browser says it too, in its own console.
    watch.expectProblem(/Content Security Policy/)
    const lab = await openLab(page, LESSON, language)
    await lab.replace('main.ts', REACHES_OUT)
    await lab.run()
    await expect(lab.console).toContainText('done')
    for (const sentence of BLOCKED[language]) await expect(lab.console).toContainText(sentence)
  })
}

test('what looks like markup is shown as text in every view, and the next run works', async ({ page }) => {
  const attack = readFileSync('tests/fixtures/attacks/values/markup.ts', 'utf8').replaceAll(
    '%EVIL%',
    'http://127.0.0.1:9/',
  )
  const lab = await openLab(page, LESSON)
  const title = await page.title()
  await lab.replace('main.ts', attack)
  await lab.run()
  await expect(lab.console).toContainText('<script>document.title="won"</script>')
  const tabs = lab.region.getByRole('tablist', { name: lab.words.results }).getByRole('tab')
  for (const tab of await tabs.all()) {
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await expect(lab.region.locator('img, script, h1, b')).toHaveCount(0)
  }
  expect(await page.title()).toBe(title)
  await lab.button('reset').click()
  await lab.run()
  await lab.openResult('console')
  await expect(lab.console).toContainText('Registering duck-typed plugins is not allowed')
})

test('a program that posts the verdicts of a finished run meets no goal', async ({ page }) => {
  const lab = await openLab(page, LESSON)
  await lab.replace('main.ts', readFileSync('tests/fixtures/attacks/forgery/goals-met.ts', 'utf8'))
  await lab.run()
  expect((await lab.goalMarks()).slice(0, 2)).toEqual(['not met', 'not met'])
})
