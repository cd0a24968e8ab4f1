/** The course file: what it may say, and what it answers when it is wrong. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { courseIn, parseCourse, slugsOf } from '../../../src/site/course.ts'

const real = readFileSync(new URL('../../../content/course.yaml', import.meta.url), 'utf8')
const oneLesson = (lesson: string) => `chapters:\n  - title: { en: One, zh-cn: 一 }\n    lessons:\n      - ${lesson}\n`

describe('the course of this site', () => {
  it('has three chapters and sixteen lessons', () => {
    const chapters = courseIn('en', parseCourse(real), (slug) => slug)
    expect(chapters.map(({ lessons }) => lessons.length)).toEqual([7, 6, 3])
  })

  it('begins with the impossible error', () => {
    expect(slugsOf(parseCourse(real))[0]).toBe('impossible-error')
  })
})

describe('a course file', () => {
  it('gives each language its own titles', () => {
    const file = parseCourse(oneLesson('preparing: { en: Brands, zh-cn: 品牌检查 }'))
    expect(courseIn('zh-cn', file, () => undefined)).toEqual([
      { number: 1, title: '一', lessons: [{ kind: 'preparing', title: '品牌检查' }] },
    ])
  })

  it('takes the title of a published lesson from the lesson', () => {
    const file = parseCourse(oneLesson('slug: brands'))
    expect(courseIn('en', file, () => 'Brands')[0]?.lessons).toEqual([
      { kind: 'published', slug: 'brands', title: 'Brands' },
    ])
  })

  it('says which file is missing when a published lesson is not written in a language', () => {
    const file = parseCourse(oneLesson('slug: brands'))
    expect(() => courseIn('zh-cn', file, () => undefined)).toThrow('content/lessons/zh-cn/brands.mdx')
  })

  it.each([
    ['a lesson without a Chinese title', 'preparing: { en: Brands }'],
    ['a slug with a space', 'slug: my brands'],
    ['an unknown key', '{ slug: brands, order: 3 }'],
  ])('names the place of %s', (_what, lesson) => {
    expect(() => parseCourse(oneLesson(lesson))).toThrow(/content\/course\.yaml: chapters\.0\.lessons\.0/)
  })

  it('refuses a lesson that is listed twice', () => {
    expect(() => parseCourse(oneLesson('slug: brands\n      - slug: brands'))).toThrow('"brands" is listed twice')
  })
})
