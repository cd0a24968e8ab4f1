/** Follows the site's theme: reads its colours from the page whenever they may have changed. */
import { type Colour, fromHex } from './colour.ts'
import { editorTheme } from './editor-theme.ts'
import { FALLBACKS, mapTokens, type Palette, type Scheme } from './palette.ts'
import type { Monaco } from './workbench.ts'

const THEME = 'doppelclass'
const DARK = '(prefers-color-scheme: dark)'
const FORCED = '(forced-colors: active)'

/** For as long as the page lives, as the editor's themes do. Gives the name of the theme at the moment. */
export function followSiteTheme(monaco: Monaco): () => string {
  let current = THEME
  const dye = () => {
    const scheme = readScheme()
    monaco.editor.defineTheme(THEME, editorTheme(scheme, readPalette(scheme)))
    current = isActive(FORCED) ? (isActive(DARK) ? 'hc-black' : 'hc-light') : THEME
    monaco.editor.setTheme(current)
  }
  dye()
  new MutationObserver(dye).observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] })
  for (const query of [DARK, FORCED]) matchMedia(query).addEventListener('change', dye)
  return () => current
}

function isActive(query: string): boolean {
  return matchMedia(query).matches
}

function readScheme(): Scheme {
  const chosen = document.documentElement.dataset.theme
  if (chosen === 'light' || chosen === 'dark') return chosen
  return isActive(DARK) ? 'dark' : 'light'
}

/** The colours as the browser resolves them, whatever way the style sheet writes them. */
function readPalette(scheme: Scheme): Palette {
  const probe = document.createElement('span')
  probe.style.forcedColorAdjust = 'none'
  document.documentElement.append(probe)
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const colours = mapTokens((name) => {
    probe.style.color = `var(${name}, ${FALLBACKS[scheme][name]})`
    return (canvas && paint(canvas, getComputedStyle(probe).color)) ?? fromHex(FALLBACKS[scheme][name])
  })
  probe.remove()
  return colours
}

function paint(canvas: CanvasRenderingContext2D, colour: string): Colour | null {
  canvas.fillStyle = colour
  canvas.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data
  // Readers may have told their browser to refuse canvases; such a one comes back empty.
  if (red === undefined || green === undefined || blue === undefined || alpha !== 255) return null
  return [red, green, blue]
}
