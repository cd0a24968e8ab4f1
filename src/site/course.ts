/** Reads `content/course.yaml`: the chapters, and the order of lessons in them. */
import { parse } from 'yaml'
import { z } from 'zod'
import type { Locale } from '../i18n/locales.ts'

const inEachLanguage = z.strictObject({ en: z.string().min(1), 'zh-cn': z.string().min(1) })
const lesson = z.union([
  z.strictObject({ slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/) }),
  z.strictObject({ preparing: inEachLanguage }),
])
const course = z.strictObject({
  chapters: z.array(z.strictObject({ title: inEachLanguage, lessons: z.array(lesson).min(1) })).min(1),
})

export type CourseFile = z.infer<typeof course>

/** A lesson of the course in one language: either published, with its page, or only named. */
export type CourseLesson =
  | { readonly kind: 'published'; readonly slug: string; readonly title: string }
  | { readonly kind: 'preparing'; readonly title: string }

export interface Chapter {
  readonly number: number
  readonly title: string
  readonly lessons: readonly CourseLesson[]
}

/** @throws Error that names the entry of course.yaml and what it should be. */
export function parseCourse(text: string): CourseFile {
  const result = course.safeParse(parse(text))
  if (!result.success) {
    const [issue] = result.error.issues
    const place = issue?.path.join('.') || 'the whole file'
    throw new Error(
      `content/course.yaml: ${place}: ${issue?.message}. A lesson is either "slug: …" (lower case, hyphens) or "preparing: { en: …, zh-cn: … }".`,
    )
  }
  const slugs = slugsOf(result.data)
  const twice = slugs.find((slug, index) => slugs.indexOf(slug) !== index)
  if (twice) throw new Error(`content/course.yaml: lesson "${twice}" is listed twice. Keep one of them.`)
  return result.data
}

export function slugsOf(file: CourseFile): readonly string[] {
  return file.chapters.flatMap(({ lessons }) => lessons.flatMap((entry) => ('slug' in entry ? [entry.slug] : [])))
}

/** Joins the order with the titles of the written lessons. `titleOf` answers undefined where none is written. */
export function courseIn(
  locale: Locale,
  file: CourseFile,
  titleOf: (slug: string) => string | undefined,
): readonly Chapter[] {
  return file.chapters.map((chapter, index) => ({
    number: index + 1,
    title: chapter.title[locale],
    lessons: chapter.lessons.map((entry): CourseLesson => {
      if ('preparing' in entry) return { kind: 'preparing', title: entry.preparing[locale] }
      const title = titleOf(entry.slug)
      if (title !== undefined) return { kind: 'published', slug: entry.slug, title }
      throw new Error(
        `content/course.yaml: lesson "${entry.slug}" has no content/lessons/${locale}/${entry.slug}.mdx. Write it, or list the lesson as "preparing".`,
      )
    }),
  }))
}
