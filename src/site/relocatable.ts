/** The build step that makes `dist/` servable under any path, from plain static hosting. */
import { glob, readFile, writeFile } from 'node:fs/promises'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { relocateCss, relocateHtml } from './relocate.ts'

export function relocatable(): AstroIntegration {
  return {
    name: 'doppelclass:relocatable',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            experimental: {
              // Scripts find their chunks, workers, wasm and style sheets from their own address.
              renderBuiltUrl: (_file: string, { ssr }: { ssr: boolean }) => (ssr ? undefined : { relative: true }),
            },
          },
        })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const pages = await rewriteAll(root, '**/*.html', relocateHtml)
        const sheets = await rewriteAll(root, '_astro/**/*.css', relocateCss)
        await refuseAbsoluteScripts(root)
        logger.info(`${pages} pages and ${sheets} style sheets no longer depend on where the site lies.`)
      },
    },
  }
}

async function rewriteAll(root: string, pattern: string, rewrite: (text: string, file: string) => string) {
  let count = 0
  for await (const found of glob(pattern, { cwd: root })) {
    const file = found.split(sep).join('/')
    // A page's own files (the runner's frame) are relative already, and rewriting would touch nothing.
    const before = await readFile(root + file, 'utf8')
    const after = rewrite(before, file)
    if (after !== before) await writeFile(root + file, after)
    count += 1
  }
  return count
}

async function refuseAbsoluteScripts(root: string) {
  for await (const file of glob('_astro/**/*.js', { cwd: root })) {
    const found = /["'`]\/_astro\//.exec(await readFile(root + file, 'utf8'))
    if (found) {
      throw new Error(
        `${file}: holds a root-absolute URL at ${found.index}. Import the asset, or resolve it from siteRoot().`,
      )
    }
  }
}
