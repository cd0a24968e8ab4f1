/** Timings of one lab in a page, each taken inside the page from the click to the change that the reader sees. */
import type { Browser, Page } from '@playwright/test'

/** Milliseconds from the click on Edit until the editor takes text; a new context, so a cold cache, each time. */
export async function measureEditor(browser: Browser, url: string, samples: number): Promise<number[]> {
  return repeat(samples, () =>
    withPage(browser, url, async (page) => {
      const start = await click(page, 'Edit')
      await editorReady(page)
      return (await now(page)) - start
    }),
  )
}

/** Milliseconds from Run to the first console line: `cold` in a new context, `warm` at the next click on the same page. */
export async function measureRun(browser: Browser, url: string, samples: number) {
  const cold: number[] = []
  const warm: number[] = []
  for (let sample = 0; sample < samples; sample += 1) {
    await withPage(browser, url, async (page) => {
      cold.push(await runToFirstLine(page))
      await settled(page)
      warm.push(await runToFirstLine(page))
    })
  }
  return { cold, warm }
}

/** Milliseconds from Run, after an edit of the program, until every goal has its verdict. */
export async function measureEditToResult(browser: Browser, url: string, samples: number): Promise<number[]> {
  return withPage(browser, url, async (page) => {
    await click(page, 'Run')
    await settled(page)
    await click(page, 'Edit')
    await editorReady(page)
    const text = page.locator('section.lab').first().getByRole('textbox')
    return repeat(samples, async () => {
      await text.focus()
      await page.keyboard.type(' ')
      const start = await click(page, 'Run')
      await settled(page)
      return (await now(page)) - start
    })
  })
}

async function runToFirstLine(page: Page): Promise<number> {
  const start = await click(page, 'Run')
  await page.locator('.console-line').first().waitFor()
  return (await now(page)) - start
}

async function editorReady(page: Page): Promise<void> {
  await page.locator('.code-box[data-editing="true"]').first().waitFor()
}

async function settled(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /goals met/ })
    .waitFor()
}

/** Clicks and gives the page's time just before. */
async function click(page: Page, name: string): Promise<number> {
  const button = page.getByRole('button', { name, exact: true }).first()
  await button.scrollIntoViewIfNeeded()
  const start = await now(page)
  await button.click()
  return start
}

function now(page: Page): Promise<number> {
  return page.evaluate(() => performance.now())
}

async function withPage<T>(browser: Browser, url: string, measure: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url)
    await page.getByRole('button', { name: 'Run', exact: true }).first().scrollIntoViewIfNeeded()
    await page.locator('astro-island:not([ssr]) .run-bar').first().waitFor()
    return await measure(page)
  } finally {
    await context.close()
  }
}

async function repeat(samples: number, measure: () => Promise<number>): Promise<number[]> {
  const values: number[] = []
  for (let sample = 0; sample < samples; sample += 1) values.push(await measure())
  return values
}
