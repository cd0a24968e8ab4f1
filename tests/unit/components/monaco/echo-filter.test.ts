import { describe, expect, test } from 'vitest'
import { createEchoFilter } from '../../../../src/components/lab/monaco/echo-filter.ts'

describe('the echo filter', () => {
  test('an edit that comes back is no news', () => {
    const echoes = createEchoFilter()
    echoes.sent('main.ts', 'ab')
    expect(echoes.isNews('main.ts', 'ab')).toBe(false)
  })

  test('an edit that comes back late, after further typing, is no news either', () => {
    const echoes = createEchoFilter()
    echoes.sent('main.ts', 'a')
    echoes.sent('main.ts', 'ab')
    expect(echoes.isNews('main.ts', 'a')).toBe(false)
    expect(echoes.isNews('main.ts', 'ab')).toBe(false)
  })

  test('a render that skips states settles all that was sent before', () => {
    const echoes = createEchoFilter()
    echoes.isNews('main.ts', 'start')
    for (const text of ['a', 'ab', 'abc']) echoes.sent('main.ts', text)
    expect(echoes.isNews('main.ts', 'abc')).toBe(false)
    expect(echoes.isNews('main.ts', 'ab')).toBe(true)
  })

  test('a reset is news, though the text was there before', () => {
    const echoes = createEchoFilter()
    expect(echoes.isNews('main.ts', 'start')).toBe(true)
    echoes.sent('main.ts', 'edited')
    expect(echoes.isNews('main.ts', 'edited')).toBe(false)
    expect(echoes.isNews('main.ts', 'start')).toBe(true)
  })

  test('a change of another file brings no news of this one', () => {
    const echoes = createEchoFilter()
    echoes.sent('main.ts', 'a')
    expect(echoes.isNews('main.ts', 'a')).toBe(false)
    echoes.sent('main.ts', 'ab')
    expect(echoes.isNews('main.ts', 'a')).toBe(false)
    expect(echoes.isNews('main.ts', 'ab')).toBe(false)
  })

  test('files do not answer for each other', () => {
    const echoes = createEchoFilter()
    echoes.sent('main.ts', 'a')
    expect(echoes.isNews('other.ts', 'a')).toBe(true)
  })
})
