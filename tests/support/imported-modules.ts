/** The map of modules that import each other, without a bundle: for tests of how it is drawn. */
import { buildModuleGraph } from '../../src/trace/model/module-graph.ts'
import { drawModuleMap, type ModuleMap } from '../../src/trace/model/module-map.ts'
import { foldModules } from '../../src/trace/model/modules.ts'

/** The first is where the program starts. A module without a file of another name is its own. */
export type ImportedModules = readonly (readonly [key: string, imports: readonly string[], file?: string])[]

export function mapOf(program: ImportedModules): ModuleMap {
  const listed = program.map(([key, imports, file = key]) => ({
    key,
    file,
    tracing: 'traced' as const,
    imports: imports.map((to) => ({ key: to, specifier: to.replace(/^node_modules\//, ''), kind: 'import-statement' })),
  }))
  return drawModuleMap(buildModuleGraph(listed, foldModules([])), { wanted: [], opened: new Set() })
}
