/** A site below a host's root is listed there, not at the root. */
import { expect, it } from 'vitest'
import { withAddress } from '../../../src/site/sitemap-address.ts'

const xml =
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/x/</loc><xhtml:link hreflang="en" href="https://example.org/x/"/></url></urlset>'

it('puts the path before each page and each alternate', () => {
  expect(withAddress(xml, new URL('https://example.org/doppelclass/'))).toBe(
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/doppelclass/x/</loc><xhtml:link hreflang="en" href="https://example.org/doppelclass/x/"/></url></urlset>',
  )
})

it('changes nothing where the site is the root of its host', () => {
  expect(withAddress(xml, new URL('https://example.org/'))).toBe(xml)
})
