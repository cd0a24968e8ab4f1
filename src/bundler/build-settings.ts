/** The options that every build has: how esbuild is asked for a program that loses nothing of what the reader wrote. */
import type { BuildOptions as EsbuildOptions } from 'esbuild-wasm'
import type { BuildOptions } from './bundle-types.ts'

/** The name under which the metafile lists the synthetic entry. */
export const ENTRY_KEY = '<stdin>'

/** The language that bundles are written in: decorators are lowered, static blocks and top-level await kept. */
export const TARGET = 'es2022'

export interface BuildPlan {
  /** Absolute path of the project. */
  readonly root: string
  /** The reader's entry, relative to the project. */
  readonly entry: string
  readonly options: BuildOptions
  /** Stands in for all tsconfig files; undefined leaves them in force. */
  readonly tsconfigRaw: string | undefined
}

export function buildSettings({ root, entry, options, tsconfigRaw }: BuildPlan) {
  return {
    // The reader's entry is imported, not bundled as the entry, so that its exports leave no `export` in the output.
    stdin: { contents: `import ${JSON.stringify(`./${entry}`)}`, resolveDir: root },
    absWorkingDir: root,
    outfile: `${root}/bundle.js`,
    write: false,
    metafile: true,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: TARGET,
    // In a function there is no import.meta. The instrument step provides one; where it could not, esbuild warns.
    supported: { 'import-meta': false },
    sourcemap: 'external',
    sourcesContent: false,
    charset: 'utf8',
    keepNames: true,
    treeShaking: false,
    // A package that calls itself free of side effects is still evaluated by whoever imports it.
    ignoreAnnotations: true,
    logLevel: 'silent',
    preserveSymlinks: options.preserveSymlinks,
    alias: { ...options.alias },
    external: [...options.external],
    // An empty list would switch off the condition `module`, which esbuild has on by default.
    ...(options.conditions.length > 0 ? { conditions: [...options.conditions] } : {}),
    ...(tsconfigRaw === undefined ? {} : { tsconfigRaw }),
  } satisfies EsbuildOptions
}
