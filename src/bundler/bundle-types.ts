/** What goes into the bundler and what comes out of it: plain data that can cross a port. */

/** One entry of a virtual disk, by absolute path (`/project/main.ts`). Directories are implied by what they hold. */
export type DiskEntry =
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'symlink'; readonly target: string }
  | { readonly kind: 'directory' }

export type DiskTree = Readonly<Record<string, DiskEntry>>

/** Where every project lies on its disk. */
export const PROJECT_ROOT = '/project'

/** The build settings that decide which module a specifier means. */
export interface BuildOptions {
  readonly preserveSymlinks: boolean
  readonly conditions: readonly string[]
  readonly alias: Readonly<Record<string, string>>
  readonly external: readonly string[]
}

export const DEFAULT_BUILD: BuildOptions = { preserveSymlinks: false, conditions: [], alias: {}, external: [] }

export interface BundleRequest {
  readonly disk: DiskTree
  /** The reader's entry, relative to the project, e.g. `main.ts`. */
  readonly entry: string
  readonly options: BuildOptions
}

/** A learner's mistake, as a value. Lines and columns count from 1, columns in UTF-16 units. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning'
  readonly text: string
  readonly notes: readonly string[]
  /** Null where the problem has no place. */
  readonly at: { readonly file: string; readonly line: number; readonly column: number; readonly length: number } | null
}

/** Whether a run reports what a module does: `untraced` is code that runs unseen, `data` (JSON and the like) has no code. */
export type Tracing = 'traced' | 'untraced' | 'data'

/** One module of a bundle: its key (project-relative path), its real file, and who imported it by which specifier. */
export interface BundledModule {
  readonly key: string
  readonly file: string
  readonly bytesInOutput: number
  readonly tracing: Tracing
  readonly imports: readonly { readonly key: string; readonly specifier: string; readonly kind: string }[]
}

export type BundleResult =
  | {
      readonly kind: 'bundled'
      /** The body of an async function whose one parameter is `__doppelclass`. */
      readonly code: string
      readonly map: string
      readonly modules: readonly BundledModule[]
      readonly warnings: readonly Diagnostic[]
    }
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] }
