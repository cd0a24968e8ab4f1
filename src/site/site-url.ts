/** Reads the site's public address, which only absolute URLs (canonical, hreflang, sitemap, share image) need. */

export const LOCAL_SITE_URL = 'http://localhost:4321/'

/** `SITE_URL` may have a path (`https://example.org/doppelclass/`). Without it the local address stands in. */
export function siteUrl(env: Readonly<Record<string, string | undefined>>): URL {
  const given = env.SITE_URL?.trim()
  if (!given) return new URL(LOCAL_SITE_URL)
  const url = parseHttpUrl(given)
  if (!url) {
    throw new Error(`SITE_URL: "${given}" is no http(s) address. Give one such as https://example.org/doppelclass/.`)
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

function parseHttpUrl(text: string): URL | undefined {
  const url = URL.parse(text)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined
}
