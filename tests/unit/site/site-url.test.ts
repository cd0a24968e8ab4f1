/** The public address of the site comes from the environment. */
import { expect, it } from 'vitest'
import { LOCAL_SITE_URL, siteUrl } from '../../../src/site/site-url.ts'

it('is the local address when none is given', () => {
  expect(siteUrl({}).href).toBe(LOCAL_SITE_URL)
  expect(siteUrl({ SITE_URL: ' ' }).href).toBe(LOCAL_SITE_URL)
})

it('keeps the path, with a slash at its end', () => {
  expect(siteUrl({ SITE_URL: 'https://example.org/doppelclass' }).href).toBe('https://example.org/doppelclass/')
})

it.each(['example.org', 'ftp://example.org', '/doppelclass/'])('refuses %s and says what to give', (given) => {
  expect(() => siteUrl({ SITE_URL: given })).toThrow(/SITE_URL: .*https:\/\/example\.org/)
})
