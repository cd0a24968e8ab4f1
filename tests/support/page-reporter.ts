/** Prints what the page showed when a test failed: of a run on another machine nothing else may be left. */
import { readFileSync } from 'node:fs'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** Lines; a lesson's page is longer, and its lab comes early. */
const LONGEST = 150

// biome-ignore lint/style/noDefaultExport: Playwright takes a reporter's default export.
export default class PageReporter implements Reporter {
  onTestEnd(test: TestCase, { attachments }: TestResult): void {
    for (const { name, path } of attachments) {
      if (name !== 'error-context' || path === undefined) continue
      const lines = readFileSync(path, 'utf8').split('\n')
      const start = lines.findIndex((line) => line.startsWith('# Page snapshot'))
      if (start >= 0) process.stdout.write(`${test.title}\n${lines.slice(start, start + LONGEST).join('\n')}\n`)
    }
  }

  printsToStdio(): boolean {
    return false
  }
}
