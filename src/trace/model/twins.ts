/** Explains, from where they came, why several classes have one name. */
import type { ClassId, ModuleKey, Span } from '../events.ts'
import type { ModulesModel } from './modules.ts'

/** What there is to know about where a class came from; all null for one from outside the program. */
export interface Provenance {
  readonly id: ClassId
  readonly span: Span | null
  readonly module: ModuleKey | null
  readonly file: string | null
}

export type TwinOrigin =
  /** One file was loaded under several keys, and each instance made the class. */
  | {
      readonly kind: 'same-file-two-keys'
      readonly file: string
      readonly keys: readonly ModuleKey[]
      readonly evaluations: number
    }
  /** One module ran its top level more than once. */
  | { readonly kind: 'same-module-evaluated-again'; readonly module: ModuleKey; readonly evaluations: number }
  /** One module, evaluated once, came by the same lines again: a class in a function or a loop. */
  | { readonly kind: 'same-lines-run-again'; readonly module: ModuleKey; readonly times: number }
  /** The same file of the same package, installed at several places. */
  | { readonly kind: 'two-copies-of-a-package'; readonly package: string; readonly files: readonly string[] }
  /** Different source text: the name is all that they share. `files` leaves out classes from outside the program. */
  | { readonly kind: 'different-sources'; readonly files: readonly string[] }
  /** Some of them are twins by source, others share only the name. */
  | { readonly kind: 'mixed'; readonly parts: readonly TwinPart[] }

/** Classes of one source; alone, a class needs no explanation. */
export interface TwinPart {
  readonly classes: readonly ClassId[]
  readonly origin: Exclude<TwinOrigin, { kind: 'mixed' }> | null
}

/** @param classes at least two, of one name */
export function explainTwins(classes: readonly Provenance[], modules: ModulesModel): TwinOrigin {
  const bySource = [...Map.groupBy(classes, sourceOf).values()]
  const [only] = bySource
  if (only !== undefined && bySource.length === 1) return explainOneSource(only, modules)
  if (bySource.every((part) => part.length === 1)) {
    return { kind: 'different-sources', files: unique(classes.flatMap(({ file }) => file ?? [])) }
  }
  const parts = bySource.map(
    (part): TwinPart => ({
      classes: part.map(({ id }) => id),
      origin: part.length === 1 ? null : explainOneSource(part, modules),
    }),
  )
  return { kind: 'mixed', parts }
}

/** Equal for classes that were written once, and for those of one file in any copy of a package: copies may differ by version. */
function sourceOf({ id, span, file }: Provenance): string {
  if (span === null || file === null) return `outside ${id}`
  const owner = packageOf(file)
  return owner === null ? `${file}:${placeOf(span)}` : `${owner.name}/${owner.path}`
}

function placeOf({ line, column }: Span): string {
  return `${line}:${column}`
}

function explainOneSource(
  classes: readonly Provenance[],
  modules: ModulesModel,
): Exclude<TwinOrigin, { kind: 'mixed' }> {
  const files = unique(classes.flatMap(({ file }) => file ?? []))
  const keys = unique(classes.flatMap(({ module }) => module ?? []))
  const [file] = files
  const [module] = keys
  if (file === undefined || module === undefined) return { kind: 'different-sources', files }
  if (files.length > 1) return { kind: 'two-copies-of-a-package', package: packageOf(file)?.name ?? '', files }
  if (unique(classes.flatMap(({ span }) => (span === null ? [] : placeOf(span)))).length > 1) {
    return { kind: 'different-sources', files }
  }
  const evaluations = keys.reduce((sum, key) => sum + (modules.byKey.get(key)?.evaluations ?? 0), 0)
  if (keys.length > 1) return { kind: 'same-file-two-keys', file, keys, evaluations }
  if (evaluations > 1) return { kind: 'same-module-evaluated-again', module, evaluations }
  return { kind: 'same-lines-run-again', module, times: classes.length }
}

/** The package that a file belongs to, and its path in it; null for the project's own files. */
function packageOf(file: string): { readonly name: string; readonly path: string } | null {
  const found = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/.exec(file)
  const [, name, path] = found ?? []
  return name === undefined || path === undefined ? null : { name, path }
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
