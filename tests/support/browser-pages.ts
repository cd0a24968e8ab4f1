/** Lists the pages of the built site, by walking its folder. */
import { readdirSync } from 'node:fs'
import { SITE_ROOT } from './browser-site.ts'

/** Addresses relative to the site's base: `''` is the home page, then `lessons/<slug>/`, `404.html`, … */
export const SITE_PAGES: readonly string[] = readPages()

function readPages(): string[] {
  const files = readdirSync(SITE_ROOT, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  // Other HTML files are parts of a page: the runner's frame, the pieces of the search index.
  const pages = files.filter((file) => /(^|\/)(index|404)\.html$/.test(file))
  return pages.map((file) => file.replace(/(^|\/)index\.html$/, '$1')).sort()
}
