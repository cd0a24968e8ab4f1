/** Which modules a run evaluated, under which keys, and which files lie behind more than one key. */
import type { ModuleKey, TraceEvent } from '../events.ts'
import type { View } from './fold.ts'
import { foldTrace } from './fold.ts'

export interface ModuleInstance {
  readonly key: ModuleKey
  readonly file: string
  /** How often its top level began to run. */
  readonly evaluations: number
  /** The place of its first evaluation in the trace. */
  readonly index: number
}

/** One real file and the module instances that were made from it. */
export interface FileInstances {
  readonly file: string
  /** The one whose key is the file's own path comes first, the others in the order of their evaluation. */
  readonly instances: readonly ModuleInstance[]
}

export interface ModulesModel {
  /** In the order of their first evaluation. */
  readonly modules: readonly ModuleInstance[]
  readonly byKey: ReadonlyMap<ModuleKey, ModuleInstance>
  readonly files: readonly FileInstances[]
  /** The files that lie behind more than one key. */
  readonly doubled: readonly FileInstances[]
}

export function foldModules(events: readonly TraceEvent[], upTo?: number): ModulesModel {
  return foldTrace(modulesView, events, upTo)
}

export const modulesView: View<Map<ModuleKey, ModuleInstance>, ModulesModel> = {
  start: () => new Map(),
  step(modules, event, index) {
    if (event.kind !== 'module-evaluated') return
    const { module: key, file } = event
    const known = modules.get(key)
    modules.set(key, known === undefined ? { key, file, evaluations: 1, index } : again(known))
  },
  finish(notes) {
    const modules = [...notes.values()]
    const files = groupByFile(modules)
    return { modules, byKey: new Map(notes), files, doubled: files.filter(({ instances }) => instances.length > 1) }
  },
  copy: (notes) => new Map(notes),
}

function again(instance: ModuleInstance): ModuleInstance {
  return { ...instance, evaluations: instance.evaluations + 1 }
}

function groupByFile(modules: readonly ModuleInstance[]): readonly FileInstances[] {
  return [...Map.groupBy(modules, ({ file }) => file)].map(([file, instances]) => ({
    file,
    instances: instances.toSorted((one, other) => Number(isCanonical(other)) - Number(isCanonical(one))),
  }))
}

/** Whether the module was loaded under its file's own path, and not through a link. */
export function isCanonical({ key, file }: { readonly key: string; readonly file: string }): boolean {
  return key === file
}
