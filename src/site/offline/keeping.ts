/** Decides what the service worker does with a request, and which of its caches it may let go. Knows no browser. */

/** How a request is answered. */
export type Plan =
  /** It is none of ours: the browser goes its own way. */
  | 'pass'
  /** A page: the network's, or else the kept one, or else the page that says there is none. */
  | 'page'
  /** Its name carries a hash of its content: what is kept is as good as the network's. */
  | 'hashed'
  /** The network's, or else the kept one. */
  | 'file'

/** @param scope address of the folder that the site lives in, with its slash */
export function planFor(
  { method, url, mode }: { readonly method: string; readonly url: string; readonly mode: string },
  scope: string,
): Plan {
  if (method !== 'GET' || !url.startsWith(scope)) return 'pass'
  if (mode === 'navigate') return 'page'
  return url.slice(scope.length).startsWith('_astro/') ? 'hashed' : 'file'
}

/** Caches are shared by all sites of an origin, so ours carry the site's folder in their names. */
export function cacheName(scope: string, version: string): string {
  return `${prefix(scope)}${version}`
}

/**
 * The caches of this site that are of no more use: all but the present version's and the one before it, which still
 * holds what pages that were opened then need.
 *
 * @param names of all caches, in the order of their making
 */
export function outdatedCaches(names: readonly string[], scope: string, version: string): readonly string[] {
  const earlier = names.filter((name) => name.startsWith(prefix(scope)) && name !== cacheName(scope, version))
  return earlier.slice(0, -1)
}

function prefix(scope: string): string {
  return `doppelclass ${scope} `
}

/** What a built module imports when it is loaded, as it names it: `./react.B54jxNxs.js`. */
export function importsOf(module: string): readonly string[] {
  return [...module.matchAll(/\b(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)].map(([, file = '']) => file)
}
