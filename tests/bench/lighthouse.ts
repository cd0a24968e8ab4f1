/** Lighthouse's four scores of a page, as its mobile profile sees it, before anything is pressed. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { median } from './statistics.ts'

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const SAMPLES = 3

/** @returns scores from 0 to 100, by category */
export async function measureLighthouse(
  url: string,
  browser: { readonly path: string; readonly args: readonly string[] },
): Promise<Readonly<Record<string, number>>> {
  const port = await freePort()
  const chrome = await chromium.launch({
    executablePath: browser.path,
    args: [...browser.args, `--remote-debugging-port=${port}`],
  })
  try {
    const scores = CATEGORIES.map((): number[] => [])
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] })
      for (const [index, category] of CATEGORIES.entries()) {
        scores[index]?.push(Math.round((result?.lhr.categories[category]?.score ?? 0) * 100))
      }
    }
    return Object.fromEntries(CATEGORIES.map((category, index) => [category, median(scores[index] ?? [])]))
  } finally {
    await chrome.close()
  }
}

/** A port that was free a moment ago: the debugging port cannot be chosen by the browser and read back. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port on 127.0.0.1.')
  return address.port
}
