/** What the views of a run cost in the page: after the lab's own program, and after one of the size that the lab still has to bear. */
import type { Browser, Page } from '@playwright/test'
import { largeMain, serveLargePackage } from '../support/large-program.ts'
import { median, type Row } from './statistics.ts'

const VIEWS = ['Console', 'Modules', 'Classes', 'Checks', 'Cluster', 'Bundle'] as const
const STEPS = 8
const RUN_LIMIT = 600_000

/** Milliseconds of each view until it is painted: opened, and moved by a step of the timeline. */
type Times = ReadonlyMap<string, readonly number[]>

export async function measureLargePage(browser: Browser, url: string, samples: number): Promise<readonly Row[]> {
  const own = await measure(browser, url, samples, async () => undefined)
  const large = await measure(browser, url, samples, async (page) => {
    const lab = page.locator('section.lab').first()
    await lab.getByRole('tab', { name: 'main.ts' }).click()
    await lab.getByRole('button', { name: 'Edit', exact: true }).click()
    await lab.getByRole('textbox').focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText(largeMain({ turns: 14, tasks: 3_000 }))
  })
  return [...large].map(([what, times]) => {
    const ratio = median(times) / median(own.get(what) ?? times)
    return { what, median: median(times), samples: times.length, note: `${ratio.toFixed(1)} × the lab's own run` }
  })
}

async function measure(
  browser: Browser,
  url: string,
  samples: number,
  edit: (page: Page) => Promise<void>,
): Promise<Times> {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  try {
    const page = await context.newPage()
    await serveLargePackage(page)
    await page.goto(url)
    const lab = page.locator('section.lab').first()
    await lab.scrollIntoViewIfNeeded()
    await page.locator('astro-island:not([ssr]) section.lab').first().waitFor()
    await edit(page)
    await lab.getByRole('button', { name: 'Run', exact: true }).click()
    await page.locator('section.lab[data-phase="settled"]').first().waitFor({ timeout: RUN_LIMIT })
    return await measureViews(page, samples)
  } finally {
    await context.close()
  }
}

async function measureViews(page: Page, samples: number): Promise<Times> {
  const lab = page.locator('section.lab').first()
  const times = new Map<string, readonly number[]>()
  for (const view of VIEWS) {
    const opened: number[] = []
    for (let sample = 0; sample < samples; sample += 1) {
      await lab.getByRole('tab', { name: view === 'Console' ? 'Bundle' : 'Console', exact: true }).click()
      opened.push(await untilPainted(page, view))
    }
    const stepped: number[] = []
    await lab.getByRole('slider').focus()
    for (let step = 0; step < STEPS; step += 1) stepped.push(await untilPainted(page, null))
    times.set(`${view}: opened`, opened).set(`${view}: a step back`, stepped)
  }
  return times
}

/** Presses a tab, or moves the focused slider a step back, inside the page, and waits for the frame after it. */
function untilPainted(page: Page, tab: string | null): Promise<number> {
  return page.evaluate(async (name) => {
    const lab = document.querySelector('section.lab')
    const start = performance.now()
    if (name === null) lab?.querySelector<HTMLElement>('button[aria-label="Step back"]')?.click()
    else
      [...(lab?.querySelectorAll<HTMLElement>('[role="tab"]') ?? [])]
        .find(({ innerText }) => innerText === name)
        ?.click()
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    return performance.now() - start
  }, tab)
}
