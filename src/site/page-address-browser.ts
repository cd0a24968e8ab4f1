/** Addresses of the site's own pages, from a page that may lie anywhere and be in either language. */
import { htmlLang, type Locale, locales, pagePath } from '../i18n/locales.ts'
import { siteRoot } from './site-root-browser.ts'

export function pageLocale(page: Document = document): Locale {
  return locales.find((locale) => htmlLang[locale] === page.documentElement.lang) ?? 'en'
}

/** @param name below the language's root, e.g. `playground/` */
export function pageAddress(name: string, fragment = ''): string {
  const { href } = new URL(pagePath(pageLocale(), name).slice(1), siteRoot())
  return fragment === '' ? href : `${href}#${fragment}`
}
