/** Both languages of the lab say the same things. Their keys are compared by the type checker; here are the places. */
import { expect, it } from 'vitest'
import { en } from '../../../src/i18n/lab/en.ts'
import { playEn } from '../../../src/i18n/lab/play.en.ts'
import { playZhCn } from '../../../src/i18n/lab/play.zh-cn.ts'
import { zhCn } from '../../../src/i18n/lab/zh-cn.ts'

const chinese = new Map(leaves({ ...zhCn, play: playZhCn }))

it.each(leaves({ ...en, play: playEn }))('%s has the same places in both languages', (path, english) => {
  expect(places(chinese.get(path))).toEqual(places(english))
})

/** Every text with its path, e.g. `level.warn`. */
function leaves(value: object, prefix = ''): readonly (readonly [path: string, text: unknown])[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null
      ? leaves(inner, `${prefix}${key}.`)
      : [[`${prefix}${key}`, inner] as const],
  )
}

/** Which places there are; one that is named twice counts once, since the languages build sentences differently. */
function places(text: unknown): readonly string[] {
  return [...new Set([...String(text).matchAll(/\{\w+\}/g)].map(([place]) => place))].sort()
}
