/** Names what the site keeps in the browser. Sites on a shared host share an origin, so the path to the root is part of the name. */
import { siteRoot } from './site-root-browser.ts'

/** `doppelclass:/path/`, with `:part` where the part of the site is given. */
export function siteStorageName(part?: string): string {
  const name = `doppelclass:${siteRoot().pathname}`
  return part === undefined ? name : `${name}:${part}`
}
