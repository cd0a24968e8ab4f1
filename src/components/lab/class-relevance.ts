/** Decides which doubled names a reader should see first. */
import type { ClassId } from '../../trace/events.ts'
import type { Check } from '../../trace/model/checks.ts'
import type { ClassesModel, TwinGroup } from '../../trace/model/classes.ts'

interface Relevance {
  /** Names whose double a failed check stumbled over, or, where no check did, every doubled name. */
  readonly asked: readonly TwinGroup[]
  readonly others: readonly TwinGroup[]
}

export function sortByRelevance({ twins }: ClassesModel, checks: readonly Check[]): Relevance {
  const stumbled = new Set<ClassId>()
  for (const { failure } of checks) {
    if (failure?.kind === 'twin') stumbled.add(failure.met).add(failure.wanted)
  }
  if (stumbled.size === 0) return { asked: [], others: twins }
  const isAsked = ({ classes }: TwinGroup) => classes.some(({ id }) => stumbled.has(id))
  return { asked: twins.filter(isAsked), others: twins.filter((group) => !isAsked(group)) }
}
