import { describe, expect, test } from 'vitest'
import { contrast, fromHex } from '../../../../src/components/lab/monaco/colour.ts'
import { editorTheme } from '../../../../src/components/lab/monaco/editor-theme.ts'
import { FALLBACKS, fallbackPalette, mapTokens, type Scheme } from '../../../../src/components/lab/monaco/palette.ts'

const schemes: readonly Scheme[] = ['light', 'dark']

describe('the editor’s theme', () => {
  test.each(schemes)('in the %s scheme all code reaches 7:1 on the paper, and 4.5:1 in a selection', (scheme) => {
    const { rules, colors } = editorTheme(scheme, fallbackPalette(scheme))
    const papers = { 'editor.background': 7, 'editor.selectionBackground': 4.5 }
    for (const [paper, least] of Object.entries(papers)) {
      for (const { token, foreground } of rules) {
        const ratio = contrast(fromHex(`#${foreground}`), fromHex(colors[paper] ?? ''))
        expect(ratio, `${token} on ${paper}`).toBeGreaterThanOrEqual(least)
      }
    }
  })

  test.each(schemes)('in the %s scheme line numbers and what is chosen in a list reach 4.5:1', (scheme) => {
    const { colors } = editorTheme(scheme, fallbackPalette(scheme))
    const ratio = (one: string, other: string) => contrast(fromHex(colors[one] ?? ''), fromHex(colors[other] ?? ''))
    expect(ratio('editorLineNumber.foreground', 'editor.background')).toBeGreaterThanOrEqual(4.5)
    expect(
      ratio('editorSuggestWidget.selectedForeground', 'editorSuggestWidget.selectedBackground'),
    ).toBeGreaterThanOrEqual(4.5)
    expect(ratio('editorError.foreground', 'editor.background')).toBeGreaterThanOrEqual(4.5)
  })

  test.each(schemes)('in the %s scheme the site’s own colours are good enough to stay as they are', (scheme) => {
    const { rules } = editorTheme(scheme, fallbackPalette(scheme))
    const comment = rules.find(({ token }) => token === 'comment')
    expect(`#${comment?.foreground}`).toBe(FALLBACKS[scheme]['--code-comment'])
  })

  test('a site whose tokens are too faint still gets legible code', () => {
    const faint = mapTokens((name) => fromHex(name.endsWith('paper') ? '#ffffff' : '#bbbbbb'))
    const { rules } = editorTheme('light', faint)
    for (const { foreground } of rules) {
      expect(contrast(fromHex(`#${foreground}`), fromHex('#ffffff'))).toBeGreaterThanOrEqual(7)
    }
  })

  test('brackets are set in the text’s colour: the inks belong to identities', () => {
    const { colors } = editorTheme('light', fallbackPalette('light'))
    expect(colors['editorBracketHighlight.foreground1']).toBe(colors['editor.foreground'])
  })
})
