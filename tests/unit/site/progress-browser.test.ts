/** What is remembered of a reader's way through the course. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { markLesson, onProgress, parseProgress, readProgress } from '../../../src/site/progress-browser.ts'

const KEY = 'doppelclass:progress'
let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('markLesson', () => {
  it('remembers lessons side by side', () => {
    markLesson('a', 'started')
    markLesson('b', 'done')
    expect(readProgress()).toEqual({ a: 'started', b: 'done' })
  })

  it('never turns a finished lesson back into a started one', () => {
    markLesson('a', 'done')
    markLesson('a', 'started')
    expect(readProgress()).toEqual({ a: 'done' })
  })

  it('tells listeners at once and after a change, until they stop', () => {
    const seen: unknown[] = []
    const stop = onProgress((progress) => seen.push(progress))
    markLesson('a', 'started')
    markLesson('a', 'started')
    stop()
    markLesson('a', 'done')
    expect(seen).toEqual([{}, { a: 'started' }])
  })

  it('does no harm where storage is forbidden', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden })
    expect(() => markLesson('a', 'done')).not.toThrow()
    expect(readProgress()).toEqual({})
  })
})

describe('parseProgress', () => {
  it.each([null, '', 'not json', '[]', '"x"', 'null', '7'])('reads nothing from %s', (text) => {
    expect(parseProgress(text)).toEqual({})
  })

  it('keeps the well-formed entries of a damaged record', () => {
    stored.set(KEY, '{"a":"done","b":"half","c":1}')
    expect(readProgress()).toEqual({ a: 'done' })
  })
})
