/** What is remembered of a reader's way through the course. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  keepProgress,
  markLesson,
  onProgress,
  parseProgress,
  readProgress,
} from '../../../src/site/progress-browser.ts'
import { openSite } from '../../support/work-storage.ts'

const KEY = 'doppelclass:/course/:progress'
const OLD_KEY = 'doppelclass:progress'
let stored: Map<string, string>

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  vi.stubGlobal('document', { documentElement: { dataset: { root: '../' } }, baseURI: 'https://example.org/course/x/' })
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

describe('marks from before the site’s path was in the name', () => {
  it('are read, and move with the next mark', () => {
    stored.set(OLD_KEY, '{"a":"done"}')
    expect(readProgress()).toEqual({ a: 'done' })
    markLesson('b', 'started')
    expect(readProgress()).toEqual({ a: 'done', b: 'started' })
    expect([...stored.keys()]).toEqual([KEY])
  })
})

describe('keepProgress', () => {
  it('joins what the page and the database know, both ways', async () => {
    const storage = openSite().storage()
    await storage.setNote('progress', 'a', 'started')
    await storage.setNote('progress', 'b', 'done')
    markLesson('a', 'done')
    markLesson('c', 'started')
    const joined = { a: 'done', b: 'done', c: 'started' }
    const stop = keepProgress(storage)
    await vi.waitUntil(() => readProgress().b === 'done')
    await vi.waitUntil(async () => (await storage.notes('progress')).length === 3)
    stop()
    expect(readProgress()).toEqual(joined)
    expect(Object.fromEntries((await storage.notes('progress')).map(({ id, text }) => [id, text]))).toEqual(joined)
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
