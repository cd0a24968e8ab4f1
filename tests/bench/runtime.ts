/** How fast the model of Dask is, in Node and in a browser's worker: tasks a second, and how the cost of a task grows. */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from '@playwright/test'
import { build } from 'esbuild'
import type { RuntimeMeasures } from './runtime-measure.ts'

/** Runs the measuring program in this process. */
export async function measureRuntime(samples: number): Promise<RuntimeMeasures> {
  const file = join(tmpdir(), `runtime-measure-${process.pid}.mjs`)
  try {
    writeFileSync(file, await bundleMeasure("export { measureTasks } from './runtime-measure.ts'"))
    // The module is the one that was just bundled.
    const { measureTasks } = (await import(pathToFileURL(file).href)) as typeof import('./runtime-measure.ts')
    return await measureTasks(samples)
  } finally {
    rmSync(file, { force: true })
  }
}

/** Runs the same program in a worker of a page of the site. */
export async function measureRuntimeInBrowser(
  browser: Browser,
  url: string,
  samples: number,
): Promise<RuntimeMeasures> {
  const code = await bundleMeasure(
    `import { measureTasks } from './runtime-measure.ts'\npostMessage(await measureTasks(${samples}))`,
  )
  const page = await browser.newPage()
  try {
    await page.goto(url)
    return await page.evaluate((text) => {
      const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }))
      const worker = new Worker(address, { type: 'module' })
      return new Promise<RuntimeMeasures>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
      })
    }, code)
  } finally {
    await page.close()
  }
}

/** The program with the package inside, as a lab's bundle has it, but without probes. */
async function bundleMeasure(entry: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    keepNames: true,
    alias: { distributed: join(import.meta.dirname, '../../src/runtime') },
  })
  return outputFiles[0]?.text ?? ''
}
