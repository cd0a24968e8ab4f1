/** Built pages and style sheets must not say where the site lies. */
import { describe, expect, it } from 'vitest'
import { relocateCss, relocateHtml, rootFrom } from '../../../src/site/relocate.ts'

describe('relocateHtml', () => {
  it('leads from a nested page back to the root', () => {
    expect(relocateHtml('<a href="/zh-cn/">x</a><img src="/a.png">', 'lessons/x/index.html')).toBe(
      '<a href="../../zh-cn/">x</a><img src="../../a.png">',
    )
  })

  it('keeps specifiers of the first level importable', () => {
    expect(relocateHtml('<astro-island component-url="/_astro/L.js" renderer-url="/_astro/r.js">', 'index.html')).toBe(
      '<astro-island component-url="./_astro/L.js" renderer-url="./_astro/r.js">',
    )
  })

  it('tells scripts the way to the root', () => {
    expect(relocateHtml('<html lang="en" data-root="/">', 'zh-cn/lessons/x/index.html')).toBe(
      '<html lang="en" data-root="../../../">',
    )
  })

  it('rewrites every candidate of a srcset', () => {
    expect(relocateHtml('<img srcset="/a.png 1x, /b.png 2x">', 'x/index.html')).toBe(
      '<img srcset="../a.png 1x, ../b.png 2x">',
    )
  })

  it('rewrites URLs in a style element', () => {
    expect(relocateHtml('<style>a{background:url("/a.svg")}</style>', 'x/index.html')).toBe(
      '<style>a{background:url("../a.svg")}</style>',
    )
  })

  it.each([
    '<a href="https://example.org/">x</a>',
    '<a href="//example.org/x">x</a>',
    '<a href="#content">x</a>',
    '<a href="../x/">x</a>',
    '<meta property="og:image" content="/not-a-link.png">',
    '<code>&lt;a href="/x">&lt;/a></code>',
    '<!-- <a href="/x"> -->',
    '<script>const tag = \'<a href="/x">\'</script>',
  ])('leaves alone %s', (html) => {
    expect(relocateHtml(html, 'a/b/index.html')).toBe(html)
  })

  it('is not misled by an angle bracket inside an attribute', () => {
    expect(relocateHtml('<x-y data-props="a > b" src="/c.js">', 'a/index.html')).toBe(
      '<x-y data-props="a > b" src="../c.js">',
    )
  })

  it('rewrites the address of a script and keeps its text', () => {
    expect(relocateHtml('<script type="module" src="/_astro/a.js"></script>', 'index.html')).toBe(
      '<script type="module" src="./_astro/a.js"></script>',
    )
  })
})

it('style sheets reach their fonts from their own folder', () => {
  expect(relocateCss('src:url(/_astro/f.woff2) url(data:,x) url(https://x.org/y)', '_astro/a.css')).toBe(
    'src:url(../_astro/f.woff2) url(data:,x) url(https://x.org/y)',
  )
})

it('a file at the root is at its own root', () => {
  expect([rootFrom('404.html'), rootFrom('a/b/c.html')]).toEqual(['./', '../../'])
})
