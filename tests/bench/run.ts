/** Measures what a reader waits for, on the built site in Chromium: `npm run bench`. Prints medians; nothing here passes or fails. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../../scripts/find-browser.ts'
import { serveSite } from '../../scripts/static-server.ts'
import { measureLargePage } from './large-page.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measureNativeBundle } from './native-bundle.ts'
import { measureEditor, measureEditToResult, measureRun } from './page-measures.ts'
import { measureRuntime, measureRuntimeInBrowser } from './runtime.ts'
import { measureSizes, printSizes } from './sizes.ts'
import { median, printRuntime, printTable } from './statistics.ts'
import { measureXray } from './xray.ts'

const DIST = 'dist'
const SAMPLES = 7
const RUNTIME_SAMPLES = 3
const LESSON = 'lessons/impossible-error/'

if (!existsSync(join(DIST, 'index.html'))) {
  console.error('There is no built site in dist/. Run `npm run build` first.')
  process.exit(2)
}

const site = await serveSite({ root: DIST, base: '/bench/', host: '127.0.0.1', port: 0, spare: 0 })
const { path, args } = await findChromium()
const browser = await chromium.launch({ executablePath: path, args: [...args] })
try {
  const url = new URL(LESSON, site.url).href
  const editor = await measureEditor(browser, url, SAMPLES)
  const { cold, warm } = await measureRun(browser, url, SAMPLES)
  const editToResult = await measureEditToResult(browser, url, SAMPLES)
  const native = await measureNativeBundle(SAMPLES)
  const ratio = median(editToResult) / median(native)

  console.log(`\nThe lesson page in ${await browser.version()}, on this machine:\n`)
  printTable([
    { what: 'Edit pressed → editor ready', median: median(editor), samples: editor.length, note: 'cold cache' },
    {
      what: 'Run pressed → first console line, cold',
      median: median(cold),
      samples: cold.length,
      note: 'esbuild not loaded yet',
    },
    { what: 'Run pressed → first console line, warm', median: median(warm), samples: warm.length, note: '' },
    {
      what: 'edit and Run → goals judged',
      median: median(editToResult),
      samples: editToResult.length,
      note: `${ratio.toFixed(1)} × the native bundle`,
    },
    {
      what: 'the same bundle by native esbuild',
      median: median(native),
      samples: native.length,
      note: 'one process, no instrumentation',
    },
  ])
  console.log('\nThe X-ray of 2,000 modules, 5,000 classes and 100,000 events:\n')
  printTable(measureXray(SAMPLES))
  console.log('\nThe same in the page, until it is painted:\n')
  printTable(await measureLargePage(browser, url, SAMPLES))

  printRuntime('Node', await measureRuntime(RUNTIME_SAMPLES))
  printRuntime("the browser's worker", await measureRuntimeInBrowser(browser, site.url, RUNTIME_SAMPLES))

  console.log('\nLighthouse, mobile, each score a median:\n')
  for (const [category, score] of Object.entries(await measureLighthouse(url, { path, args })))
    console.log(`${category.padEnd(16)} ${score}`)

  console.log('\nWhat a reader downloads:\n')
  printSizes(
    measureSizes(DIST, {
      'lesson page, HTML': (file) => file === join(LESSON, 'index.html'),
      'all style sheets': (file) => file.endsWith('.css'),
      fonts: (file) => file.endsWith('.woff2'),
      'esbuild.wasm (at the first Run)': (file) => file.endsWith('.wasm') && file.includes('esbuild'),
      'bundler worker (at the first Run)': (file) => /bundler-worker.*\.js$/.test(file),
      'packages (at the first Run)': (file) => file === join('labs', 'packages.json'),
      'editor (at Edit)': (file) => /_astro\/(CodeEditor|workbench).*\.(js|css)$/.test(file),
      'TypeScript worker (at Edit)': (file) => /types-worker.*\.js$/.test(file),
    }),
  )
} finally {
  await browser.close()
  await site.stop()
}
