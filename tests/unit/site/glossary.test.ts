import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { locales } from '#src/i18n/locales.ts'
import { parseGlossary, termsOf } from '#src/site/glossary.ts'

const ENTRY = `
      - id: one
        term: { en: one, zh-cn: 一 }
        forms: { en: [one], zh-cn: [一] }
        text: { en: A number., zh-cn: 一个数。 }
`
const glossary = (terms: string) => `groups:\n  - title: { en: Numbers, zh-cn: 数 }\n    terms:${terms}`

describe('parseGlossary', () => {
  test('reads entries', () => {
    expect(termsOf(parseGlossary(glossary(ENTRY))).map(({ id, see }) => [id, see])).toEqual([['one', []]])
  })

  test('an entry without a translation is named by its place', () => {
    expect(() => parseGlossary(glossary(ENTRY.replace(', zh-cn: 一个数。', '')))).toThrow(
      'content/glossary.yaml: groups.0.terms.0.text.zh-cn: ',
    )
  })

  test('an entry that is there twice is named', () => {
    expect(() => parseGlossary(glossary(ENTRY + ENTRY))).toThrow('term "one" is there twice. Keep one of them.')
  })

  test('a reference to no entry is named', () => {
    expect(() => parseGlossary(glossary(`${ENTRY}        see: [two]\n`))).toThrow('term "one": see: "two" is no entry.')
  })
})

describe('the glossary of the course', () => {
  const terms = termsOf(parseGlossary(readFileSync('content/glossary.yaml', 'utf8')))

  test.each(locales)('no word means two things (%s)', (locale) => {
    const forms = terms.flatMap((each) => each.forms[locale].map((form) => form.toLowerCase()))
    expect(forms.filter((form, index) => forms.indexOf(form) !== index)).toEqual([])
  })

  test('every Chinese definition is written in Chinese, with the same names as the English one', () => {
    const names = (text: string) => [...new Set(text.match(/`[^`]+`/g))].toSorted()
    for (const { text } of terms) {
      expect(text['zh-cn']).toMatch(/\p{Script=Han}/u)
      expect(names(text['zh-cn'])).toEqual(names(text.en))
    }
  })
})
