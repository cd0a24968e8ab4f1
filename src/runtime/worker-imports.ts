/** What a worker's process can import. By default all that the program has; a cluster may be told what its workers lack. */
import { ModuleNotFoundError } from 'distributed/exceptions'
import { type Class, host } from 'distributed/host'
import type { Imports } from 'distributed/protocol/pickle'
import { moduleName } from 'distributed/python-names'

/** @param without modules by their path in the project, e.g. `only-here.ts` */
export function createImports(without: readonly string[]): Imports & { readonly add: (module: string) => void } {
  const lacking = new Set(without)
  return {
    requireClass: (needed: Class) => {
      if (lacking.size === 0) return
      const module = host.moduleOf(needed)
      if (module === null || !lacking.has(module)) return
      throw new ModuleNotFoundError(`No module named '${moduleName(module)}'`)
    },
    add: (module) => {
      lacking.delete(module)
    },
  }
}
