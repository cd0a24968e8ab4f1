/** Serves the built site under a base path while the browser tests run, as a host with a shared address would. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveSite } from '../../scripts/static-server.ts'

export const SITE_ROOT = join(import.meta.dirname, '../../dist')

export default async function startSite(): Promise<() => Promise<void>> {
  if (!existsSync(join(SITE_ROOT, 'index.html'))) {
    throw new Error(`There is no built site in ${SITE_ROOT}: run "npm run build" first.`)
  }
  const site = await serveSite({ root: SITE_ROOT, base: '/some/base/', host: '127.0.0.1', port: 0, spare: 0 })
  // The workers start after this and inherit it: playwright.config.ts reads it there.
  process.env.DOPPELCLASS_SITE_URL = site.url
  return () => site.stop()
}
