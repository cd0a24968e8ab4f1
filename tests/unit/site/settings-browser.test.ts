/** How a reader likes the workbench is remembered, and damage to it does no harm. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { changeSettings, parseSettings, readSettings } from '../../../src/site/settings-browser.ts'

const stored = new Map<string, string>()
beforeEach(() => {
  stored.clear()
  vi.stubGlobal('document', { documentElement: { dataset: { root: './' } }, baseURI: 'https://example.org/course/' })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('settings', () => {
  it('are remembered side by side, under a name of this site alone', () => {
    changeSettings({ editor: 'plain' })
    changeSettings({ isLive: false })
    expect(readSettings()).toEqual({ editor: 'plain', isLive: false })
    expect([...stored.keys()]).toEqual(['doppelclass:/course/:settings'])
  })

  it('do no harm where storage is forbidden', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden })
    changeSettings({ isLive: false })
    expect(readSettings()).toEqual({ editor: null, isLive: null })
  })

  it.each([null, '', 'not json', '[]', 'null', '7', '{"editor":"vi","isLive":"yes"}'])(
    'from %s are unchosen',
    (text) => {
      expect(parseSettings(text)).toEqual({ editor: null, isLive: null })
    },
  )
})
