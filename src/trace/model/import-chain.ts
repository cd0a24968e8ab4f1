/** Why a module is in a program: the shortest way of imports that leads to it from the entry. */
import type { ModuleKey } from '../events.ts'
import type { ModuleGraph, ModuleImport } from './module-graph.ts'

/** For each module but the entry, the last import of the shortest way to it; where ways are equally short, of the one that is written first. */
export type ImportTree = ReadonlyMap<ModuleKey, ModuleImport>

export function growImportTree({ entry, byKey }: ModuleGraph): ImportTree {
  const tree = new Map<ModuleKey, ModuleImport>()
  let front = entry === null ? [] : [entry]
  while (front.length > 0) {
    const next: ModuleKey[] = []
    for (const step of front.flatMap((key) => byKey.get(key)?.imports ?? [])) {
      if (step.to === entry || tree.has(step.to)) continue
      tree.set(step.to, step)
      next.push(step.to)
    }
    front = next
  }
  return tree
}

/** The imports from the entry to a module, in order; none for the entry itself. */
export function chainTo(key: ModuleKey, tree: ImportTree): readonly ModuleImport[] {
  const chain: ModuleImport[] = []
  for (let last = tree.get(key); last !== undefined; last = tree.get(last.from)) chain.push(last)
  return chain.reverse()
}
