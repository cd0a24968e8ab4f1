/** The build step that makes the search index of both languages from the finished pages. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex, type PagefindIndex } from 'pagefind'

/** Pagefind's own interfaces, which this site does not use: it brings its own dialog. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./

export function searchIndex(): AstroIntegration {
  return {
    name: 'doppelclass:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const path = fileURLToPath(dir)
        try {
          const { index, errors } = await createIndex()
          if (!index) {
            throw new Error(`Search index: Pagefind did not start (${errors.join('; ')}). Reinstall with npm ci.`)
          }
          await index.addDirectory({ path }).then(refuseErrors)
          const count = await writeIndex(index, join(path, 'pagefind'))
          logger.info(`The search index is made, in ${count} files.`)
        } finally {
          await close()
        }
      },
    },
  }
}

/** Pagefind's own `writeFiles` answers before its files are on the disk, and `close` then leaves some of them empty. */
async function writeIndex(index: PagefindIndex, folder: string): Promise<number> {
  const answer = await index.getFiles()
  refuseErrors(answer)
  const files = answer.files.filter((file) => !UNUSED.test(file.path))
  for (const file of files) {
    const target = join(folder, file.path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, file.content)
  }
  return files.length
}

function refuseErrors({ errors }: { readonly errors: readonly string[] }): void {
  if (errors.length > 0) throw new Error(`Search index: ${errors.join('; ')}. Look at the pages named there.`)
}
