/** Hands out the interface text of a language. */
import { en, type Strings } from './en.ts'
import type { Locale } from './locales.ts'
import { zhCn } from './zh-cn.ts'

export type { Strings } from './en.ts'

const all: Readonly<Record<Locale, Strings>> = { en, 'zh-cn': zhCn }

export function t(locale: Locale): Strings {
  return all[locale]
}
