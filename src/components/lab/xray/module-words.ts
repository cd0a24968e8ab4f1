/** What the interface says of modules, in one place. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { ModuleGraph, ModuleImport, ModuleNode } from '../../../trace/model/module-graph.ts'
import type { Rest } from '../../../trace/model/module-map.ts'
import { shortModule } from '../module-name.ts'

const OTHER_PACKAGES = '*'
const NAMED = 3

export function sayEvaluations(times: number, { tracing }: Pick<ModuleNode, 'tracing'>, strings: LabStrings): string {
  if (tracing === 'data') return strings.evaluatedData
  if (tracing === 'untraced') return strings.evaluatedUnseen
  if (times === 0) return strings.evaluatedNever
  return times === 1 ? strings.evaluatedOnce : fill(strings.evaluatedTimes, { times })
}

/**
 * Whether the prints are in register: one key a file, and no two modules that a check or a copied package set against each other.
 *
 * @param apart names of which several modules made a class each
 */
export function sayRegister({ doubled }: ModuleGraph, apart: readonly string[], strings: LabStrings): string {
  if (doubled.length > 0) return strings.modulesDoubled
  if (apart.length === 0) return strings.modulesInRegister
  const left = apart.slice(NAMED).length
  const names = apart.slice(0, NAMED).join(strings.listComma)
  return fill(strings.modulesApart, {
    names: left === 0 ? names : names + strings.listComma + fill(strings.more, { count: left }),
  })
}

export function nameRest({ owner, modules }: Rest, strings: LabStrings): string {
  const count = modules.length
  if (owner === null) return fill(strings.restOwn, { count })
  if (owner === OTHER_PACKAGES) return fill(strings.restOthers, { count })
  return fill(strings.restPackage, { owner: shortModule(owner), count })
}

/** @param owner as in `Rest` */
export function sayFoldUp(owner: string | null, strings: LabStrings): string {
  if (owner === null) return strings.foldUpOwn
  return owner === OTHER_PACKAGES ? strings.foldUpOthers : fill(strings.foldUp, { owner: shortModule(owner) })
}

/** As `sayEvaluations`, for a column of numbers. */
export function countEvaluations(times: number, module: Pick<ModuleNode, 'tracing'>, strings: LabStrings): string {
  return module.tracing === 'traced' ? String(times) : sayEvaluations(times, module, strings)
}

/** As the program writes it. */
export function writeImport({ kind, specifier }: ModuleImport): string {
  if (kind === 'require-call') return `require('${specifier}')`
  return kind === 'dynamic-import' ? `import('${specifier}')` : `'${specifier}'`
}
