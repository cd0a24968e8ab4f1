/** Decides which modules a drawing must show one by one, beyond the reader's own and the doubled ones, and why. */
import type { ClassId, ModuleKey } from '../../../trace/events.ts'
import type { Check } from '../../../trace/model/checks.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'

/** Those that made classes over which a check stumbled, and those of a package that is installed twice. */
export function wantedModules({ byId, twins }: ClassesModel, checks: readonly Check[]): readonly ModuleKey[] {
  const copies = twins.filter(({ origin }) => origin.kind === 'two-copies-of-a-package')
  const made = [...[...stumbledOver(checks)].map((id) => byId.get(id)), ...copies.flatMap(({ classes }) => classes)]
  return [...new Set(made.flatMap((info) => info?.module ?? []))]
}

/** The names under which such modules made classes of their own. */
export function namesApart({ twins }: ClassesModel, checks: readonly Check[]): readonly string[] {
  const stumbled = stumbledOver(checks)
  return twins
    .filter(({ origin, classes }) => {
      const matters = origin.kind === 'two-copies-of-a-package' || classes.some(({ id }) => stumbled.has(id))
      return matters && new Set(classes.flatMap(({ module }) => module ?? [])).size > 1
    })
    .map(({ name }) => name)
}

function stumbledOver(checks: readonly Check[]): ReadonlySet<ClassId> {
  const stumbled = new Set<ClassId>()
  for (const { failure } of checks) {
    if (failure?.kind === 'twin') stumbled.add(failure.met).add(failure.wanted)
  }
  return stumbled
}
