/** Names modules as esbuild's metafile does: by path relative to the project, with the suffix of the specifier. */

/** What `?v=2` or `#x` behind a file's name becomes part of. */
const SUFFIX = /[?#].*$/

/** The key of a file, e.g. `main.ts`, `../lib/kit.ts` or `kit.ts?v=2`. Both paths are absolute and plain. */
export function keyOf(root: string, path: string, suffix = ''): string {
  const from = root.split('/')
  const to = path.split('/')
  let shared = 0
  while (shared < from.length && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') + suffix
}

/** The path that a key may stand for once its suffix is gone. */
export function withoutSuffix(key: string): string {
  return key.replace(SUFFIX, '')
}
