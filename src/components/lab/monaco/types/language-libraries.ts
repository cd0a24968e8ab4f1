/** The declarations of the language itself, up to ES2023, without those of the page: a sixth of TypeScript's libraries. */

const texts = import.meta.glob<string>(
  [
    '/node_modules/typescript/lib/lib.es5.d.ts',
    '/node_modules/typescript/lib/lib.es20{15,16,17,18,19,20,21,22,23}{,.*}.d.ts',
    '/node_modules/typescript/lib/lib.decorators{,.legacy}.d.ts',
    '/node_modules/typescript/lib/lib.esnext.disposable.d.ts',
    '!**/*.full.d.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
)

/** By file name, e.g. `lib.es5.d.ts`. */
export const LANGUAGE_LIBRARIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(texts).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]),
)
