/** The site's colours that the editor is dyed in, and what stands in where a style sheet lacks one. */
import { type Colour, fromHex } from './colour.ts'

/** What the editor needs of the site's tokens, by the token's name. */
export const FALLBACKS = {
  light: {
    '--paper': '#fbf8f1',
    '--text': '#1c1a17',
    '--muted': '#4d4841',
    '--rule': '#8a8272',
    '--hairline': '#d8d0bf',
    '--focus': '#1c1a17',
    '--bad': '#8e1b4e',
    '--code-paper': '#f4efe3',
    '--code-text': '#1c1a17',
    '--code-comment': '#4d4841',
    '--code-keyword': '#1c1a17',
    '--code-string': '#2f4f1b',
    '--code-constant': '#5e3b12',
    '--code-type': '#1c1a17',
    '--code-function': '#3a2f24',
  },
  dark: {
    '--paper': '#12151c',
    '--text': '#e8e4da',
    '--muted': '#b9b5a9',
    '--rule': '#7d818c',
    '--hairline': '#333946',
    '--focus': '#e8e4da',
    '--bad': '#f08cb4',
    '--code-paper': '#1a1e28',
    '--code-text': '#e8e4da',
    '--code-comment': '#b9b5a9',
    '--code-keyword': '#ffffff',
    '--code-string': '#b4cf9a',
    '--code-constant': '#e0be90',
    '--code-type': '#e8e4da',
    '--code-function': '#d9d0be',
  },
} as const

export type Scheme = keyof typeof FALLBACKS
export type Token = keyof (typeof FALLBACKS)['light']
export type Palette = { readonly [Name in Token]: Colour }

/** Contrast of code, of all else that is read, and of lines that mean something. */
export const CONTRAST = { code: 7, words: 4.5, lines: 3 }
/** How much of the text's colour is in a selection, in a match, and in what merely hints. */
export const TINT = { selection: 0.18, match: 0.26, hint: 0.1 }

export function fallbackPalette(scheme: Scheme): Palette {
  return mapTokens((name) => fromHex(FALLBACKS[scheme][name]))
}

export function mapTokens(colourOf: (name: Token) => Colour): Palette {
  const names = Object.keys(FALLBACKS.light) as Token[]
  return Object.fromEntries(names.map((name) => [name, colourOf(name)])) as Palette
}
