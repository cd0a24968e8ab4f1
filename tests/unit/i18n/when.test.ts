/** Today needs only a time; any other day is named. */
import { expect, test } from 'vitest'
import { when } from '#src/i18n/when.ts'

const noon = new Date(2026, 10, 26, 12, 5).getTime()
const evening = new Date(2026, 10, 26, 20, 0).getTime()
const tomorrow = new Date(2026, 10, 27, 0, 1).getTime()

test('today has a time alone, in either language', () => {
  expect(when(noon, 'en', evening)).toMatch(/^12:05\sPM$/)
  expect(when(noon, 'zh-CN', evening)).toBe('12:05')
})

test('another day is named', () => {
  expect(when(noon, 'en', tomorrow)).toContain('Nov 26, 2026')
  expect(when(noon, 'zh-CN', tomorrow)).toContain('2026年11月26日')
})
