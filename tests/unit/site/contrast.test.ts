/** Computes the contrast of the tokens as they are written, on both papers. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8')
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)]
const themes = {
  light: new Map(pairs.map(([, name = '', light = '']) => [name, light])),
  dark: new Map(pairs.map(([, name = '', , dark = '']) => [name, dark])),
}
const code = ['text', 'comment', 'keyword', 'string', 'constant', 'type', 'function'].map((name) => `code-${name}`)
const inks = ['ink-a', 'ink-b', 'ink-over', 'ink-c', 'ink-d']

describe.each(Object.entries(themes))('in the theme %s', (_name, tokens) => {
  it.each(['text', 'muted', 'accent'])('%s reads at 7:1 on paper and sheet', (name) => {
    expect(contrast(tokens, name, 'paper')).toBeGreaterThanOrEqual(7)
    expect(contrast(tokens, name, 'sheet')).toBeGreaterThanOrEqual(7)
  })

  it.each(code)('%s reads at 7:1 on the paper of code', (name) => {
    expect(contrast(tokens, name, 'code-paper')).toBeGreaterThanOrEqual(7)
  })

  it.each([...inks, 'ok', 'bad'])('%s stands at 4.5:1 on paper and sheet', (name) => {
    expect(contrast(tokens, name, 'paper')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens, name, 'sheet')).toBeGreaterThanOrEqual(4.5)
  })

  it('borders of controls and the focus outline stand at 3:1, and words on a button at 7:1', () => {
    expect(contrast(tokens, 'rule', 'paper')).toBeGreaterThanOrEqual(3)
    expect(contrast(tokens, 'focus', 'paper')).toBeGreaterThanOrEqual(3)
    expect(contrast(tokens, 'on-accent', 'accent')).toBeGreaterThanOrEqual(7)
  })

  it('links and buttons are printed in none of the inks', () => {
    expect(inks.map((ink) => tokens.get(ink))).not.toContain(tokens.get('accent'))
  })
})

function contrast(tokens: ReadonlyMap<string, string>, front: string, back: string): number {
  const [high = 0, low = 0] = [luminance(tokens, front), luminance(tokens, back)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

/** As WCAG 2.2 defines it. */
function luminance(tokens: ReadonlyMap<string, string>, name: string): number {
  const colour = tokens.get(name)
  if (colour === undefined) throw new Error(`tokens.css: --${name} is not a colour in this theme. Add it.`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
