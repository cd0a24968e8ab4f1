/** Every lesson is one lesson in two languages, links the words of the glossary, and leaves no interface text untranslated. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { en } from '#src/i18n/en.ts'
import { en as labEn } from '#src/i18n/lab/en.ts'
import { zhCn as labZhCn } from '#src/i18n/lab/zh-cn.ts'
import { zhCn } from '#src/i18n/zh-cn.ts'
import { listLabs } from '#src/lab/content-node.ts'
import { compareLanguages } from '#src/site/checks/language-checks.ts'
import { problemText } from '#src/site/checks/problem.ts'
import { parseCourse, slugsOf } from '#src/site/course.ts'
import { parseGlossary, termsOf } from '#src/site/glossary.ts'
import { firstUses, lineAt, proseOf } from '#src/site/lesson-prose.ts'

const LANGUAGES = ['en', 'zh-cn'] as const
const read = (file: string) => readFileSync(file, 'utf8')
const slugs = slugsOf(parseCourse(read('content/course.yaml')))
const terms = termsOf(parseGlossary(read('content/glossary.yaml')))

/** Words that are the same in Chinese, and names in code. */
const ALIKE = /^(?:Dask|English|Promise|true|false|[a-z]+\.[a-z]+)$/

describe.each(slugs)('lesson %s', (slug) => {
  const [english, chinese] = LANGUAGES.map((language) => {
    const file = `content/lessons/${language}/${slug}.mdx`
    return { file, mdx: read(file) }
  })

  test('has the same headings, labs, code, links, names and numbers in both languages', () => {
    expect(english && chinese && compareLanguages(english, chinese).map(problemText)).toEqual([])
  })

  test.each(LANGUAGES)('links each word of the glossary where it is first used (%s)', (language) => {
    const mdx = read(`content/lessons/${language}/${slug}.mdx`)
    const unlinked = firstUses(mdx, terms, language).filter(({ id, linkedTo }) => linkedTo !== id)
    expect(
      unlinked.map(({ id, form, start }) => `line ${lineAt(mdx, start)}: <Term id="${id}">${form}</Term>`),
    ).toEqual([])
  })

  test('has no paragraph left in English on the Chinese page', () => {
    const paragraphs = proseOf(chinese?.mdx ?? '').split(/\n\s*\n/)
    expect(paragraphs.filter((text) => /[a-z]{2,}\s+[a-z]{2,}/i.test(text) && !hasChinese(text))).toEqual([])
  })

  test('has a summary of its own in each language', () => {
    const [one = '', other = ''] = [english, chinese].map((page) => /^summary: (.*)$/m.exec(page?.mdx ?? '')?.[1])
    expect(hasChinese(one)).toBe(false)
    expect(hasChinese(other)).toBe(true)
  })
})

describe.each(listLabs('.'))('lab %s', (id) => {
  test('has every text in Chinese', () => {
    const texts = textsOf(parse(read(`content/labs/${id}/text.zh-cn.yaml`)))
    expect(texts.filter(([, text]) => !hasChinese(text))).toEqual([])
  })

  test('has the same numbers in both languages', () => {
    const [english, chinese] = LANGUAGES.map((language) => read(`content/labs/${id}/text.${language}.yaml`))
    const numbers = (text = '') => [...new Set(text.match(/\d[\d.]*\d/g))].toSorted()
    expect(numbers(chinese)).toEqual(numbers(english))
  })
})

describe.each([
  ['the site', en, zhCn],
  ['the labs', labEn, labZhCn],
])('the interface of %s', (_what, english, chinese) => {
  test('has no text that was left in English', () => {
    const originals = new Map(textsOf(english))
    const left = textsOf(chinese).filter(([place, text]) => text === originals.get(place) && !ALIKE.test(text))
    // What is filled in is no text.
    expect(left.filter(([, text]) => /[a-z]{2,}/i.test(text.replaceAll(/\{\w+\}/g, '')))).toEqual([])
  })
})

/** All strings of a value, each with its place in it. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, place === '' ? key : `${place}.${key}`))
}

function hasChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
