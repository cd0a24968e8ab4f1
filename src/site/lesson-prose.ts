/** Finds what is prose in a lesson's MDX, and the first use of each word in it. */
import type { Locale } from '../i18n/locales.ts'
import type { Term } from './glossary.ts'

/** A place where a lesson uses a word of the glossary for the first time. */
export interface FirstUse {
  readonly id: string
  /** As it is spelt there. */
  readonly form: string
  readonly start: number
  /** The entry that a `<Term>` around it leads to, or null where there is none. */
  readonly linkedTo: string | null
}

/**
 * The first use of each term, in the order of the text. A longer word hides a shorter one in it: `module key` is no use of
 * `module`.
 */
export function firstUses(mdx: string, terms: readonly Term[], locale: Locale): readonly FirstUse[] {
  const prose = proseOf(mdx)
  const links = termLinks(mdx)
  const byForm = new Map(terms.flatMap(({ id, forms }) => forms[locale].map((form) => [form.toLowerCase(), id])))
  if (byForm.size === 0) return []
  const found = new Map<string, FirstUse>()
  for (const { 0: form, index: start } of prose.matchAll(patternOf([...byForm.keys()]))) {
    const id = byForm.get(form.toLowerCase())
    if (id === undefined || found.has(id)) continue
    const link = links.find((each) => each.start <= start && start < each.end)
    found.set(id, { id, form, start, linkedTo: link?.id ?? null })
  }
  return [...found.values()]
}

/** The lesson with every first use linked. A use that is linked to another entry is left to its author. */
export function withTermLinks(mdx: string, terms: readonly Term[], locale: Locale): string {
  return firstUses(mdx, terms, locale)
    .filter(({ linkedTo }) => linkedTo === null)
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { id, form, start }) => {
      const end = start + form.length
      return `${text.slice(0, start)}<Term id="${id}">${form}</Term>${text.slice(end)}`
    }, mdx)
}

/** Longest first, and in Latin script only whole words. */
function patternOf(forms: readonly string[]): RegExp {
  const alternatives = forms
    .toSorted((one, other) => other.length - one.length)
    .map((form) => {
      const pattern = form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      return /^[\w-]/.test(form) ? String.raw`(?<![\w-])${pattern}(?![\w-])` : pattern
    })
  return new RegExp(alternatives.join('|'), 'gi')
}

/** Whatever is not prose; the order matters, since the first that fits takes the text. */
const NOT_PROSE = [
  /^---\n[\s\S]*?\n---$/m, // front matter
  /^ *```[\s\S]*?^ *```$/m, // code
  /`[^`\n]+`/, // names in the text
  /<[^>]*>/, // components and their attributes
  /^#+ .*$/m, // headings
  /\[[^\]\n]*\]\([^)\n]*\)/, // links: a link cannot hold another
  /\*\*[^*\n]+[^*\n.。]\*\*/, // what the interface says: buttons and tabs
  /\{[^}\n]*\}/, // expressions
]

/** The text with everything that is not prose blanked out, so that places stay the same. */
export function proseOf(mdx: string): string {
  const pattern = new RegExp(NOT_PROSE.map(({ source }) => source).join('|'), 'gm')
  return mdx.replaceAll(pattern, (piece) => piece.replaceAll(/[^\n]/g, ' '))
}

export interface TermLink {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** Every `<Term>` of a lesson with the stretch of text that it links. */
export function termLinks(mdx: string): readonly TermLink[] {
  return [...mdx.matchAll(/<Term\s+id="([^"]*)"\s*>([\s\S]*?)<\/Term>/g)].map(({ 0: whole, 1: id = '', index }) => ({
    id,
    start: index,
    end: index + whole.length,
  }))
}

/** The line of a place, from 1. */
export function lineAt(text: string, place: number): number {
  return text.slice(0, place).split('\n').length
}
