/** Decides which checks are listed, and which one is drawn. */
import type { CheckGroup, CheckGroupsModel } from '../../../trace/model/check-groups.ts'
import { type CheckEvent, describeCheck, isCheckEvent } from '../../../trace/model/checks.ts'
import { type Listed, limit } from './class-sections.ts'
import type { RunView } from './run-view.ts'

const MAX_OWN = 150
const MAX_OTHERS = 50

export interface CheckLists {
  readonly own: Listed<CheckGroup>
  /** Those inside packages: an `instanceof` of a package is its own business, a dispatch is an answer to the reader. */
  readonly others: Listed<CheckGroup>
}

/** @param shown stays in its list, however far down it is */
export function listChecks(
  groups: readonly CheckGroup[],
  isOwnFile: (module: string) => boolean,
  shown: CheckGroup | undefined,
): CheckLists {
  const isOwn = ({ event }: CheckGroup) => event.kind === 'dispatched' || isOwnFile(event.span.module)
  return {
    own: limitAround(groups.filter(isOwn), MAX_OWN, shown),
    others: limitAround(
      groups.filter((group) => !isOwn(group)),
      MAX_OTHERS,
      shown,
    ),
  }
}

function limitAround(groups: readonly CheckGroup[], most: number, shown: CheckGroup | undefined): Listed<CheckGroup> {
  const first = limit(groups, most)
  if (shown === undefined || first.shown.includes(shown) || !groups.includes(shown)) return first
  return { shown: [...first.shown, shown], omitted: first.omitted - 1 }
}

/** The check that is drawn: the selected one, or the one drawn before, or the first of the reader's own that met a twin, or that failed. */
export function chooseCheck(
  { groups, groupOf }: CheckGroupsModel,
  { events, step, selection }: RunView,
  options: { readonly before: CheckEvent | null; readonly isOwnFile: (module: string) => boolean },
): CheckGroup | undefined {
  const { before, isOwnFile } = options
  const selected = selection?.kind === 'event' && selection.index < step ? events[selection.index] : undefined
  const kept = (selected !== undefined && isCheckEvent(selected) && groupOf(selected)) || (before && groupOf(before))
  if (kept) return kept
  const own = listChecks(groups, isOwnFile, undefined).own.shown
  const failures = own.map(({ event, index }) => describeCheck(event, index).failure)
  const stumble = failures.findIndex((failure) => failure?.kind === 'twin')
  const failed = failures.findIndex((failure) => failure !== null)
  return own[stumble] ?? own[failed] ?? own.at(-1)
}
