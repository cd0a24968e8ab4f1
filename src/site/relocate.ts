/** Turns root-absolute URLs in built HTML and CSS into relative ones, so that the site works under any path. */

const URL_ATTRIBUTES = new Set([
  'href',
  'src',
  'action',
  'poster',
  'component-url',
  'renderer-url',
  'before-hydration-url',
  'data-root',
])
const URL_LISTS = new Set(['srcset', 'imagesrcset'])

// Comments and scripts are matched first, and whole, so that nothing inside them is taken for a tag.
const PIECES =
  /<!--[\s\S]*?-->|(<script\b(?:[^>"']|"[^"]*"|'[^']*')*>)([\s\S]*?<\/script>)|(<style\b[^>]*>)([\s\S]*?)(<\/style>)|<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi
const ATTRIBUTE = /(\s)([a-z][\w:-]*)=(?:"([^"]*)"|'([^']*)')/gi

/** `file` is the page's path below the site's root, with forward slashes: `lessons/x/index.html`. */
export function relocateHtml(html: string, file: string): string {
  const root = rootFrom(file)
  return html.replace(PIECES, (piece, script, scriptRest, style, css, styleEnd) => {
    if (script) return relocateTag(script, root) + scriptRest
    if (style) return style + relocateUrls(css, root) + styleEnd
    return piece.startsWith('<!--') ? piece : relocateTag(piece, root)
  })
}

export function relocateCss(css: string, file: string): string {
  return relocateUrls(css, rootFrom(file))
}

/** The relative way from a file to the site's root: `./`, `../`, `../../`, … */
export function rootFrom(file: string): string {
  const depth = file.split('/').length - 1
  return depth === 0 ? './' : '../'.repeat(depth)
}

function relocateTag(tag: string, root: string): string {
  return tag.replace(ATTRIBUTE, (whole, space: string, name: string, double?: string, single?: string) => {
    const value = double ?? single ?? ''
    const key = name.toLowerCase()
    const settled = URL_LISTS.has(key)
      ? value
          .split(',')
          .map((part) => part.replace(/^\s*\S+/, (url) => relativeTo(url.trim(), root)))
          .join(', ')
      : URL_ATTRIBUTES.has(key)
        ? relativeTo(value, root)
        : value
    return settled === value ? whole : `${space}${name}="${settled}"`
  })
}

function relocateUrls(css: string, root: string): string {
  return css.replace(/url\((["']?)(\/(?!\/)[^"')]*)\1\)/g, (_whole, quote: string, url: string) => {
    return `url(${quote}${relativeTo(url, root)}${quote})`
  })
}

function relativeTo(url: string, root: string): string {
  return url.startsWith('/') && !url.startsWith('//') ? root + url.slice(1) : url
}
