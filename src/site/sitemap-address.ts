/** Puts the path of the site's address into the sitemap, which is made from the origin alone. */
import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

export function sitemapAddress(site: URL): AstroIntegration {
  return {
    name: 'doppelclass:sitemap-address',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        for await (const file of glob('sitemap-*.xml', { cwd: root })) {
          await writeFile(root + file, withAddress(await readFile(root + file, 'utf8'), site))
        }
      },
    },
  }
}

export function withAddress(xml: string, site: URL): string {
  return xml
    .replaceAll(`<loc>${site.origin}/`, `<loc>${site.href}`)
    .replaceAll(`href="${site.origin}/`, `href="${site.href}`)
}
