/** Every module instance of a bundle: the file behind it, its number among the file's instances, and who imported it. */
import type { ModuleKey } from '../events.ts'
import type { ModulesModel } from './modules.ts'
import { isCanonical } from './modules.ts'

/** What is needed of a module that the bundler listed. */
export interface ListedModule {
  readonly key: string
  readonly file: string
  /** As in `BundledModule`. */
  readonly tracing: 'traced' | 'untraced' | 'data'
  readonly imports: readonly { readonly key: string; readonly specifier: string; readonly kind: string }[]
}

/** One import of one module by another. */
export interface ModuleImport {
  readonly from: ModuleKey
  readonly to: ModuleKey
  readonly specifier: string
  readonly kind: string
}

export interface ModuleNode {
  readonly key: ModuleKey
  readonly file: string
  readonly tracing: ListedModule['tracing']
  /** Its number among the instances of its file, from 1: the canonical one, then the others in the order of evaluation. */
  readonly ordinal: number
  /** How many instances its file has, this one included. */
  readonly prints: number
  readonly imports: readonly ModuleImport[]
  readonly importedBy: readonly ModuleImport[]
}

export interface ModuleGraph {
  /** The reader's entry; null where nothing is bundled. */
  readonly entry: ModuleKey | null
  /** In the bundler's order, the entry first. */
  readonly nodes: readonly ModuleNode[]
  readonly byKey: ReadonlyMap<ModuleKey, ModuleNode>
  /** The files that lie behind several keys, each with its instances by number. */
  readonly doubled: readonly (readonly ModuleNode[])[]
}

/**
 * @param listed in the bundler's order: the entry comes first
 * @param run the modules of the whole run, whatever step is shown, so that numbers stay while a reader moves through it
 */
export function buildModuleGraph(listed: readonly ListedModule[], run: ModulesModel): ModuleGraph {
  const known = new Set(listed.map(({ key }) => key))
  const imports = new Map(
    // What is left outside of the bundle is no module of the program.
    listed.map((module) => [module.key, importsOf(module).filter(({ to }) => known.has(to))]),
  )
  const importedBy = Map.groupBy([...imports.values()].flat(), ({ to }) => to)
  const instances = Map.groupBy(listed, ({ file }) => file)
  const numbers = new Map([...instances.values()].flatMap((prints) => number(prints, run)))
  const nodes = listed.map(({ key, file, tracing }): ModuleNode => {
    const own = toKey(key)
    return {
      key: own,
      file,
      tracing,
      ordinal: numbers.get(key) ?? 1,
      prints: instances.get(file)?.length ?? 1,
      imports: imports.get(key) ?? [],
      importedBy: importedBy.get(own) ?? [],
    }
  })
  const doubled = Map.groupBy(
    nodes.filter(({ prints }) => prints > 1),
    ({ file }) => file,
  )
  return {
    entry: nodes[0]?.key ?? null,
    nodes,
    byKey: new Map(nodes.map((node) => [node.key, node])),
    doubled: [...doubled.values()].map((prints) => prints.toSorted((one, other) => one.ordinal - other.ordinal)),
  }
}

function importsOf({ key, imports }: ListedModule): readonly ModuleImport[] {
  return imports.map(({ key: to, specifier, kind }) => ({ from: toKey(key), to: toKey(to), specifier, kind }))
}

function number(prints: readonly ListedModule[], run: ModulesModel): readonly (readonly [string, number])[] {
  const rank = (module: ListedModule) => (isCanonical(module) ? 0 : 1)
  const turn = ({ key }: ListedModule) => run.byKey.get(toKey(key))?.index ?? Number.MAX_SAFE_INTEGER
  return prints
    .toSorted((one, other) => rank(one) - rank(other) || turn(one) - turn(other))
    .map(({ key }, position) => [key, position + 1] as const)
}

/** The bundler's keys and those of the trace are the same texts. */
function toKey(key: string): ModuleKey {
  return key as ModuleKey
}
