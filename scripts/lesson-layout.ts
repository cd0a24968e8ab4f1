/** Lays out the files of a new lesson from the template: both languages, a lab with all its parts, the answers that test it, and the test. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readFiles } from '../src/lab/content-node.ts'
import { parseCourse, slugsOf } from '../src/site/course.ts'

export interface NewLesson {
  readonly slug: string
  /** The English title of the lesson in preparation whose place it takes; null for a place at the end. */
  readonly at: string | null
}

const TEMPLATE = join(import.meta.dirname, 'lesson-template')
const COURSE = 'content/course.yaml'

/**
 * @returns the files that were written, by path from the root
 * @throws Error that says what is in the way
 */
export function layOutLesson(root: string, lesson: NewLesson): readonly string[] {
  const { slug } = lesson
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Error(`"${slug}" is no slug. Use lower case letters and digits, joined by hyphens, e.g. two-builds.`)
  const course = enterLesson(readFileSync(join(root, COURSE), 'utf8'), lesson)
  const words = { __SLUG__: slug, __TITLE_EN__: course.titles.en, __TITLE_ZH__: course.titles['zh-cn'] }
  const files = Object.entries(readFiles(TEMPLATE)).map(
    ([name, text]) => [placeOf(name, slug), fillIn(text, words)] as const,
  )
  const taken = files.find(([path]) => existsSync(join(root, path)))
  if (taken !== undefined) throw new Error(`${taken[0]} is there already. Choose another slug, or remove it.`)
  for (const [path, text] of [...files, [COURSE, course.text] as const]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return files.map(([path]) => path)
}

/** Where a file of the template goes. */
function placeOf(name: string, slug: string): string {
  const [, language] = /^lesson\.(.+)\.mdx$/.exec(name) ?? []
  if (language !== undefined) return `content/lessons/${language}/${slug}.mdx`
  // Not a .ts file in the template: from there its imports lead nowhere.
  if (name === 'lesson-test.txt') return `tests/lessons/${slug}.test.ts`
  return name.startsWith('lab/')
    ? `content/labs/${slug}/first/${name.slice('lab/'.length)}`
    : `tests/lessons/${slug}/first/${name.slice('answers/'.length)}`
}

function fillIn(text: string, words: Readonly<Record<string, string>>): string {
  return Object.entries(words).reduce((filled, [word, by]) => filled.replaceAll(word, () => by), text)
}

interface Entered {
  readonly text: string
  readonly titles: { readonly en: string; readonly 'zh-cn': string }
}

/** Puts the lesson into the course, line by line, so that the file keeps its form. */
export function enterLesson(course: string, { slug, at }: NewLesson): Entered {
  const { chapters } = parseCourse(course)
  if (slugsOf({ chapters }).includes(slug))
    throw new Error(`${COURSE} has a lesson "${slug}" already. Choose another slug.`)
  const entry = `      - slug: ${slug}`
  if (at === null) {
    const title = slug.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase())
    return { text: `${course.trimEnd()}\n${entry}\n`, titles: { en: title, 'zh-cn': `新的一课：${title}` } }
  }
  const waiting = chapters.flatMap(({ lessons }) =>
    lessons.flatMap((each) => ('preparing' in each ? [each.preparing] : [])),
  )
  const titles = waiting.find(({ en }) => en === at)
  const lines = course.split('\n')
  const place = lines.findIndex(
    (line) => line.includes('preparing:') && titles !== undefined && line.includes(titles.en),
  )
  if (titles === undefined || place === -1)
    throw new Error(
      `${COURSE} has no lesson "${at}" in preparation. Give one of ${waiting.map(({ en }) => en).join('; ')}.`,
    )
  return { text: lines.with(place, entry).join('\n'), titles }
}
