/** Reads the whole course from the repository's folders and gathers what is wrong in it, without running anything. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { en } from '../../i18n/lab/en.ts'
import { zhCn } from '../../i18n/lab/zh-cn.ts'
import { type Locale, locales } from '../../i18n/locales.ts'
import { listLabs, parseLabText, readLab, readLabKit } from '../../lab/content-node.ts'
import type { LabId } from '../../lab/lab.ts'
import { parseCourse, slugsOf } from '../course.ts'
import { parseGlossary, termsOf } from '../glossary.ts'
import { checkLabTexts } from './lab-checks.ts'
import { compareLanguages } from './language-checks.ts'
import { checkLesson } from './lesson-checks.ts'
import type { Problem } from './problem.ts'

const LABELS = { en, 'zh-cn': zhCn }

/** Pages that are neither lessons nor prose of their own. */
const PAGES = ['', 'glossary/', 'names/']

/** @throws Error for a file that cannot be read as what it is; its message names file, place and next step */
export function checkContent(root: string): readonly Problem[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const slugs = slugsOf(parseCourse(read('content/course.yaml')))
  const terms = termsOf(parseGlossary(read('content/glossary.yaml')))
  const pages = [...PAGES, ...proseOf(root), ...slugs.map((slug) => `lessons/${slug}/`)]
  const labs = listLabs(root)
  return [
    ...slugs.flatMap((slug) => checkTranslations(root, slug)),
    ...locales.flatMap((locale) => findStrays(root, locale, slugs)),
    ...locales.flatMap((locale) =>
      slugs
        .map((slug) => lessonFile(locale, slug))
        .filter((file) => existsSync(join(root, file)))
        .flatMap((file) => checkLesson(file, read(file), { locale, labs, terms, tabs: tabsIn(locale), pages })),
    ),
    ...labs.flatMap((id) => checkLab(root, id)),
  ]
}

function checkTranslations(root: string, slug: string): readonly Problem[] {
  const files = locales.map((locale) => lessonFile(locale, slug))
  const missing = files.filter((file) => !existsSync(join(root, file)))
  if (missing.length > 0) {
    const next = 'Write it: every lesson of content/course.yaml is there in both languages.'
    return missing.map((file) => ({ file, line: null, problem: 'This lesson is missing.', next }))
  }
  const [one, other] = files.map((file) => ({ file, mdx: readFileSync(join(root, file), 'utf8') }))
  return one === undefined || other === undefined ? [] : compareLanguages(one, other)
}

function findStrays(root: string, locale: Locale, slugs: readonly string[]): readonly Problem[] {
  const folder = join(root, 'content/lessons', locale)
  const written = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mdx')) : []
  return written
    .map((name) => name.replace(/\.mdx$/, ''))
    .filter((slug) => !slugs.includes(slug))
    .map((slug) => ({
      file: lessonFile(locale, slug),
      line: null,
      problem: 'This lesson is not in content/course.yaml.',
      next: `Add "slug: ${slug}" to a chapter.`,
    }))
}

/** Pages of `content/pages`, which the build holds to be there in both languages. */
function proseOf(root: string): readonly string[] {
  const folder = join(root, 'content/pages/en')
  const files = existsSync(folder) ? readdirSync(folder) : []
  return files.filter((name) => name.endsWith('.mdx')).map((name) => `${name.replace(/\.mdx$/, '')}/`)
}

function checkLab(root: string, id: LabId): readonly Problem[] {
  const lab = readLab(root, id)
  // Reading is a check too: it names a variant that has no files.
  readLabKit(root, lab)
  const texts = Object.fromEntries(locales.map((locale) => [locale, parseLabText(root, id, locale)]))
  return checkLabTexts({ id, config: lab.config, texts })
}

function tabsIn(locale: Locale): readonly string[] {
  const { tabBundle, tabChecks, tabClasses, tabCluster, tabConsole, tabModules } = LABELS[locale]
  return [tabConsole, tabModules, tabClasses, tabChecks, tabCluster, tabBundle]
}

function lessonFile(locale: Locale, slug: string): string {
  return `content/lessons/${locale}/${slug}.mdx`
}
