/** The build step that writes the service worker, with the build's version in it: a new site brings a new worker. */
import { createHash } from 'node:crypto'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { bundleScript } from '../script-source.ts'

const ENTRY = 'src/site/offline/service-worker-browser.ts'
/** Where the pages are that stand in for one that is not kept, by the start of the addresses they are for. */
const OFFLINE_PAGES = { '': 'offline/', 'zh-cn/': 'zh-cn/offline/' }

export function serviceWorkerFile(): AstroIntegration {
  return {
    name: 'doppelclass:service-worker',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const version = await versionOf(root)
        const { text } = bundleScript(ENTRY, {
          VERSION: JSON.stringify(version),
          OFFLINE_PAGES: JSON.stringify(OFFLINE_PAGES),
        })
        await writeFile(`${root}service-worker.js`, text)
        logger.info(`The service worker is made, for version ${version}.`)
      },
    },
  }
}

/** A short name for all that a reader can get: pages, and the files whose names carry no hash. */
async function versionOf(root: string): Promise<string> {
  const files: string[] = []
  for await (const file of glob('**/*.{html,json,js,css,svg,webmanifest}', { cwd: root })) {
    // The search index differs from build to build, and follows from the pages.
    if (!/^(pagefind|_astro)[\\/]/.test(file)) files.push(file)
  }
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(file).update(await readFile(root + file))
  return hash.digest('hex').slice(0, 12)
}
