/** Dyes the editor in the site's colours, and sees to it that every one of them can be read. */
import type { editor } from 'monaco-editor/editor/editor.api'
import { type Colour, legible, mix, toHex } from './colour.ts'
import { CONTRAST, type Palette, type Scheme, TINT, type Token } from './palette.ts'
import { widgetColours } from './widget-colours.ts'

export function editorTheme(scheme: Scheme, palette: Palette): editor.IStandaloneThemeData {
  const paper = palette['--code-paper']
  const tint = (share: number) => mix(paper, palette['--code-text'], share)
  const selected = tint(TINT.selection)
  // First on the paper alone, so that colours which are good there stay just what they are in the page's own code.
  const code = (name: Token) =>
    toHex(legible(legible(palette[name], [paper], CONTRAST.code), [paper, selected], CONTRAST.words))
  const rule = (token: string, name: Token, fontStyle = '') => ({ token, foreground: code(name).slice(1), fontStyle })
  return {
    base: scheme === 'dark' ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      rule('', '--code-text'),
      rule('comment', '--code-comment'),
      rule('string', '--code-string'),
      rule('regexp', '--code-constant'),
      rule('number', '--code-constant'),
      rule('constant', '--code-constant'),
      rule('keyword', '--code-keyword', 'bold'),
      rule('type', '--code-type'),
      rule('function', '--code-function'),
    ],
    colors: {
      ...codeColours(palette, { paper, selected, tint, code }),
      ...widgetColours(palette),
    },
  }
}

interface Mixed {
  readonly paper: Colour
  readonly selected: Colour
  readonly tint: (share: number) => Colour
  readonly code: (name: Token) => string
}

function codeColours(palette: Palette, { paper, selected, tint, code }: Mixed): editor.IColors {
  const text = code('--code-text')
  const muted = toHex(legible(palette['--muted'], [paper], CONTRAST.words))
  const bad = toHex(legible(palette['--bad'], [paper], CONTRAST.words))
  const frame = toHex(legible(palette['--rule'], [paper], CONTRAST.lines))
  const clear = '#00000000'
  return {
    'editor.background': toHex(paper),
    'editor.foreground': text,
    'editorCursor.foreground': text,
    'editorLineNumber.foreground': muted,
    'editorLineNumber.activeForeground': text,
    'editorGutter.background': toHex(paper),
    'editor.selectionBackground': toHex(selected),
    'editor.inactiveSelectionBackground': toHex(tint(TINT.hint)),
    'editor.selectionHighlightBackground': clear,
    'editor.selectionHighlightBorder': frame,
    'editor.wordHighlightBackground': toHex(tint(TINT.hint)),
    'editor.wordHighlightStrongBackground': toHex(tint(TINT.hint)),
    'editor.wordHighlightTextBackground': clear,
    'editor.findMatchBackground': toHex(tint(TINT.match)),
    'editor.findMatchBorder': text,
    'editor.findMatchHighlightBackground': toHex(tint(TINT.hint)),
    'editor.findMatchHighlightBorder': frame,
    'editor.findRangeHighlightBackground': clear,
    'editor.hoverHighlightBackground': toHex(tint(TINT.hint)),
    'editor.rangeHighlightBackground': toHex(tint(TINT.hint)),
    'editor.symbolHighlightBackground': toHex(tint(TINT.hint)),
    'editor.lineHighlightBackground': clear,
    'editor.lineHighlightBorder': clear,
    'editorBracketMatch.background': clear,
    'editorBracketMatch.border': frame,
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, text])),
    'editorBracketHighlight.unexpectedBracket.foreground': bad,
    'editorIndentGuide.background1': toHex(palette['--hairline']),
    'editorIndentGuide.activeBackground1': frame,
    'editorError.foreground': bad,
    'editorWarning.foreground': muted,
    'editorInfo.foreground': muted,
    'editorHint.foreground': muted,
    'editorLink.activeForeground': text,
    'editorUnnecessaryCode.opacity': '#000000c0',
    'editorOverviewRuler.border': clear,
    'scrollbar.shadow': clear,
    'scrollbarSlider.background': `${frame}66`,
    'scrollbarSlider.hoverBackground': `${frame}99`,
    'scrollbarSlider.activeBackground': `${frame}cc`,
  }
}
