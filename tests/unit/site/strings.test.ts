/** Both languages say the same things. Their keys are compared by the type checker; here are places and lists. */
import { expect, it } from 'vitest'
import { en } from '../../../src/i18n/en.ts'
import { zhCn } from '../../../src/i18n/zh-cn.ts'

const pairs = Object.keys(en).map((key) => [key, Reflect.get(en, key), Reflect.get(zhCn, key)] as const)

it.each(pairs)('%s has the same places and as many lines in both languages', (_key, english, chinese) => {
  expect(places(chinese)).toEqual(places(english))
  expect(Array.isArray(chinese) && chinese.length).toBe(Array.isArray(english) && english.length)
})

function places(text: unknown): readonly string[] {
  return [...String(text).matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
}
