/** The languages of the site, and how each is named in addresses and in HTML. */

export const locales = ['en', 'zh-cn'] as const
export type Locale = (typeof locales)[number]

export const htmlLang: Readonly<Record<Locale, string>> = { en: 'en', 'zh-cn': 'zh-CN' }

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

export function otherLocale(locale: Locale): Locale {
  return locale === 'en' ? 'zh-cn' : 'en'
}

/** The root-absolute address of a page in a language: `('zh-cn', 'lessons/x/')` is `/zh-cn/lessons/x/`. */
export function pagePath(locale: Locale, page = ''): string {
  return locale === 'en' ? `/${page}` : `/${locale}/${page}`
}
