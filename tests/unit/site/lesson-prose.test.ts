import { describe, expect, test } from 'vitest'
import type { Term } from '#src/site/glossary.ts'
import { firstUses, lineAt, proseOf, withTermLinks } from '#src/site/lesson-prose.ts'

const term = (id: string, en: string[], zhCn: string[] = []): Term => ({
  ...{ id, term: { en: id, 'zh-cn': id }, text: { en: id, 'zh-cn': id }, see: [] },
  forms: { en, 'zh-cn': zhCn },
})

const TERMS = [
  term('module', ['module', 'modules'], ['模块']),
  term('module-key', ['module key'], ['模块键']),
  term('check', ['check'], ['检查']),
]

describe('firstUses', () => {
  test('finds the first use of each word, and not the second', () => {
    expect(idsAt('A module. Two modules. A check.')).toEqual(['module@2', 'check@25'])
  })

  test('a longer word hides a shorter one in it', () => {
    expect(idsAt('A module key, then a module.')).toEqual(['module-key@2', 'module@21'])
    expect(firstUses('模块键是什么？模块呢？', TERMS, 'zh-cn').map(({ id, start }) => `${id}@${start}`)).toEqual([
      'module-key@0',
      'module@7',
    ])
  })

  test('a word inside another word is none', () => {
    expect(idsAt('Unchecked submodules, re-check, checker.')).toEqual([])
  })

  test('capitals do not matter', () => {
    expect(idsAt('**Module key.** So')).toEqual(['module-key@2'])
  })

  test.each([
    ['front matter', '---\ntitle: A module\n---\n'],
    ['a code block', '```ts\nmodule\n```\n'],
    ['an indented code block', '   ```ts\n   module\n   ```\n'],
    ['a name', 'The `module` here'],
    ['a component', '<Lab id="module/x" />'],
    ['a heading', '## A module runs'],
    ['a link', 'See [the module](https://module.example/).'],
    ['what the interface says', 'Open the **Module check** tab.'],
  ])('%s is no prose', (_what, mdx) => {
    expect(idsAt(mdx)).toEqual([])
  })

  test('tells what a use is linked to', () => {
    const mdx = 'A <Term id="check">module</Term> and a <Term id="check">check</Term>.'
    expect(firstUses(mdx, TERMS, 'en').map(({ id, linkedTo }) => [id, linkedTo])).toEqual([
      ['module', 'check'],
      ['check', 'check'],
    ])
  })
})

test('withTermLinks links what is used first, as it is spelt there, and only once', () => {
  const linked = 'A <Term id="module">Module</Term> and a <Term id="check">check</Term>. A module.'
  expect(withTermLinks('A Module and a check. A module.', TERMS, 'en')).toBe(linked)
  expect(withTermLinks(linked, TERMS, 'en')).toBe(linked)
})

test('prose keeps its places', () => {
  const mdx = 'One `two` three\n```ts\nfour\n```\nfive'
  expect(proseOf(mdx)).toHaveLength(mdx.length)
  expect(proseOf(mdx).indexOf('five')).toBe(mdx.indexOf('five'))
  expect(lineAt(mdx, mdx.indexOf('five'))).toBe(5)
})

function idsAt(mdx: string): string[] {
  return firstUses(mdx, TERMS, 'en').map(({ id, start }) => `${id}@${start}`)
}
