/** The lessons of a language, in the order of the course, with the pages around each. */
import { type CollectionEntry, getCollection } from 'astro:content'
import courseText from '../../content/course.yaml?raw'
import type { Locale } from '../i18n/locales.ts'
import { type Chapter, type CourseLesson, courseIn, parseCourse, slugsOf } from './course.ts'

export type LessonEntry = CollectionEntry<'lessons'>

export interface LessonPlace {
  readonly entry: LessonEntry
  readonly slug: string
  readonly chapter: Chapter
  readonly previous: CourseLesson | undefined
  readonly next: CourseLesson | undefined
}

export async function loadCourse(locale: Locale): Promise<readonly Chapter[]> {
  const entries = await lessonsIn(locale)
  return courseIn(locale, parseCourse(courseText), (slug) => entries.get(slug)?.data.title)
}

export async function loadLessons(locale: Locale): Promise<readonly LessonPlace[]> {
  const [entries, chapters] = [await lessonsIn(locale), await loadCourse(locale)]
  const line = chapters.flatMap((chapter) => chapter.lessons.map((lesson) => ({ chapter, lesson })))
  return line.flatMap(({ chapter, lesson }, index) => {
    const entry = lesson.kind === 'published' ? entries.get(lesson.slug) : undefined
    if (lesson.kind !== 'published' || !entry) return []
    return [{ entry, slug: lesson.slug, chapter, previous: line[index - 1]?.lesson, next: line[index + 1]?.lesson }]
  })
}

async function lessonsIn(locale: Locale): Promise<ReadonlyMap<string, LessonEntry>> {
  const known = new Set(slugsOf(parseCourse(courseText)))
  const entries = await getCollection('lessons', ({ id }) => id.startsWith(`${locale}/`))
  return new Map(
    entries.map((entry) => {
      const slug = entry.id.slice(locale.length + 1)
      if (!known.has(slug)) {
        throw new Error(
          `content/lessons/${entry.id}.mdx is not in content/course.yaml. Add "slug: ${slug}" to a chapter.`,
        )
      }
      return [slug, entry]
    }),
  )
}
