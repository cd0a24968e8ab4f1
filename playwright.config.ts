/** How the built site is tested in a browser: served under a base path, with the browser that this machine has. */
import { defineConfig, type Project } from '@playwright/test'
import { findChromium, findFirefox } from './scripts/find-browser.ts'

const chromium = await findChromium()
const firefox = findFirefox()
// Playwright's workers read this file again: they need not search once more.
process.env.DOPPELCLASS_BROWSER = chromium.path

const projects: Project[] = [
  {
    name: 'chromium',
    use: {
      browserName: 'chromium',
      launchOptions: { executablePath: chromium.path, args: [...chromium.args] },
    },
  },
]
if (firefox !== undefined) {
  projects.push({ name: 'firefox', use: { browserName: 'firefox', launchOptions: { executablePath: firefox.path } } })
}

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/browser-site.ts',
  outputDir: 'test-results/artifacts',
  forbidOnly: true,
  fullyParallel: true,
  // On a shared machine a browser now and then stands still. What needed its second try is named, and counted apart.
  retries: process.env.CI === undefined ? 0 : 1,
  // Generous: the machines are shared, and a run waits for esbuild to start.
  timeout: 180_000,
  workers: 2,
  expect: { timeout: 60_000 },
  use: {
    baseURL: process.env.DOPPELCLASS_SITE_URL,
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    trace: 'retain-on-failure',
  },
  projects,
  reporter: [['list'], ['./tests/support/page-reporter.ts'], ['json', { outputFile: 'test-results/playwright.json' }]],
})
