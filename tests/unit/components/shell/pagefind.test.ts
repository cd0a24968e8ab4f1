/** Search results are shown as text, whatever their excerpts hold. */
import { expect, it } from 'vitest'
import { excerptParts } from '../../../../src/components/shell/pagefind.ts'

it('tells hits from the words around them', () => {
  expect(excerptParts('a <mark>plugin</mark> that <mark>is</mark>')).toEqual([
    { text: 'a ', isHit: false },
    { text: 'plugin', isHit: true },
    { text: ' that ', isHit: false },
    { text: 'is', isHit: true },
  ])
})

it('reads entities as the characters they stand for', () => {
  expect(excerptParts('Map&lt;string&gt; &amp;amp; <mark>&quot;x&quot;</mark>')).toEqual([
    { text: 'Map<string> &amp; ', isHit: false },
    { text: '"x"', isHit: true },
  ])
})
