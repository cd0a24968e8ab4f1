/** Tells scripts where the site lies: pages carry the relative way to its root in `<html data-root>`. */

export function siteRoot(page: Document = document): URL {
  return new URL(page.documentElement.dataset.root ?? '/', page.baseURI)
}
