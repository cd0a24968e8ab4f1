/** What can be wrong in one lesson: components, labs, words, tabs and links that are not there. */
import type { Locale } from '../../i18n/locales.ts'
import type { Term } from '../glossary.ts'
import { firstUses, lineAt, termLinks } from '../lesson-prose.ts'
import { type ComponentUse, componentsIn, headingsOf, linksIn, tabsNamedIn } from './lesson-parts.ts'
import type { Problem } from './problem.ts'

export interface Surroundings {
  readonly locale: Locale
  /** `<lesson>/<lab>` of every lab. */
  readonly labs: readonly string[]
  readonly terms: readonly Term[]
  /** The tabs of a lab's results, as they are named in this language. */
  readonly tabs: readonly string[]
  /** Pages below the language's root, e.g. `lessons/x/`. */
  readonly pages: readonly string[]
}

/** What an attribute may be: one of a list, the id of a lab, or any text. */
type Values = readonly string[] | 'lab' | 'any'

interface Accepted {
  /** The attributes that it needs; where there are several sets, one of them. */
  readonly needs: readonly Readonly<Record<string, Values>>[]
  readonly may?: Readonly<Record<string, Values>>
}

/** The components that a lesson may use. */
export const LESSON_COMPONENTS: Readonly<Record<string, Accepted>> = {
  Aside: { needs: [{ for: ['python', 'javascript'] }] },
  Drawing: {
    needs: [{ lab: 'lab', view: ['modules', 'classes', 'check'] }],
    may: { run: ['start', 'solution'], size: ['prose', 'wide'] },
  },
  Ghost: { needs: [{ name: 'any' }] },
  Lab: { needs: [{ id: 'lab' }] },
  OneSheetTwoPrints: { needs: [{}] },
  Prediction: { needs: [{ lab: 'lab' }] },
  Takeaway: { needs: [{}] },
  Term: { needs: [{ id: 'any' }] },
  Transcript: { needs: [{ version: 'any', python: 'any' }, { on: 'any' }] },
}

export function checkLesson(file: string, mdx: string, around: Surroundings): readonly Problem[] {
  return [
    ...componentsIn(mdx).flatMap((use) => checkComponent(file, use, around)),
    ...checkTerms(file, mdx, around),
    ...tabsNamedIn(mdx)
      .filter(({ text }) => !around.tabs.includes(text))
      .map(({ text, line }) => ({
        file,
        line,
        problem: `There is no tab "${text}" in a lab.`,
        next: `Name one of ${around.tabs.join(', ')}.`,
      })),
    ...linksIn(mdx).flatMap(({ text, line }) => checkLink({ file, line, address: text }, mdx, around)),
  ]
}

function checkComponent(file: string, use: ComponentUse, { labs }: Surroundings): Problem[] {
  const { name, text, attributes, line } = use
  const known = LESSON_COMPONENTS[name]
  if (known === undefined) {
    const next = `Use one of ${Object.keys(LESSON_COMPONENTS).join(', ')}, or add it to src/components/mdx-components.ts and src/site/checks/lesson-checks.ts.`
    return [{ file, line, problem: `There is no component <${name}>.`, next }]
  }
  const isGiven = (needed: object) => Object.keys(needed).every((attribute) => attributes[attribute] !== undefined)
  if (!known.needs.some(isGiven)) {
    const sets = known.needs.map((needed) => Object.keys(needed).join(' and ')).join(', or ')
    return [{ file, line, problem: `${text} lacks an attribute.`, next: `Give it ${sets}.` }]
  }
  const accepted = [...known.needs, known.may ?? {}].flatMap((values) => Object.entries(values))
  return accepted.flatMap(([attribute, allowed]) => {
    const value = attributes[attribute]
    const values = allowed === 'lab' ? labs : allowed
    if (value === undefined || values === 'any' || values.includes(value)) return []
    const next = `Use one of ${values.join(', ')}.`
    return [{ file, line, problem: `<${name} ${attribute}="${value}">: there is no "${value}".`, next }]
  })
}

function checkTerms(file: string, mdx: string, { terms, locale }: Surroundings): Problem[] {
  const ids = terms.map(({ id }) => id)
  const unknown = termLinks(mdx).filter(({ id }) => !ids.includes(id))
  const unlinked = firstUses(mdx, terms, locale).filter(({ id, linkedTo }) => linkedTo !== id)
  return [
    ...unknown.map(({ id, start }) => ({
      file,
      line: lineAt(mdx, start),
      problem: `<Term id="${id}"> is no entry of the glossary.`,
      next: 'Add it to content/glossary.yaml, or use an id that is there.',
    })),
    ...unlinked.map(({ id, form, start }) => ({
      file,
      line: lineAt(mdx, start),
      problem: `"${form}" is the first use of a word of the glossary.`,
      next: `Write <Term id="${id}">${form}</Term>.`,
    })),
  ]
}

function checkLink(
  { file, line, address }: { readonly file: string; readonly line: number; readonly address: string },
  mdx: string,
  { pages }: Surroundings,
): Problem[] {
  if (/^https:\/\/[\w.-]+\.\w+(\/|$)/.test(address)) return []
  if (address.startsWith('#')) {
    const anchors = headingsOf(mdx).map(({ text }) => anchorOf(text))
    if (anchors.includes(address.slice(1))) return []
    return [
      { file, line, problem: `The link ${address} leads to no heading.`, next: `Use one of ${anchors.join(', ')}.` },
    ]
  }
  if (/^\.\.?\//.test(address)) {
    const slug = file.replace(/^.*\/|\.mdx$/g, '')
    const { pathname } = new URL(address, `https://site/lessons/${slug}/`)
    if (pages.includes(pathname.slice(1))) return []
  }
  const next = 'Link a page of the site as ../its-slug/ or ../../glossary/#its-word, another site with https://.'
  return [{ file, line, problem: `The link ${address} leads nowhere.`, next }]
}

/** As Astro makes it: lower case, without punctuation, spaces as hyphens. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')
}
