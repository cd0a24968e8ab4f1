/** Decides which classes a reader sees first, and how many are listed at all. */
import type { ClassId } from '../../../trace/events.ts'
import type { CheckGroup } from '../../../trace/model/check-groups.ts'
import { describeCheck } from '../../../trace/model/checks.ts'
import type { ClassesModel, ClassInfo, TwinGroup } from '../../../trace/model/classes.ts'

/** Things that are listed, and how many are not. */
export interface Listed<Thing> {
  readonly shown: readonly Thing[]
  readonly omitted: number
}

export interface ClassSections {
  /** The names that a failed check stumbled over. */
  readonly stumbled: Listed<TwinGroup>
  readonly own: Listed<ClassInfo>
  readonly otherTwins: Listed<TwinGroup>
  readonly rest: Listed<ClassInfo>
}

/** How many rows of each kind are drawn: together some two hundred. */
const MAX_GROUPS = 12
const MAX_ROWS = 60
export const MAX_PRINTS = 4
export const MAX_FOUND = 100

/** @param isOwnFile whether a module is one of the reader's files */
export function sortClasses(
  { classes, twins }: ClassesModel,
  checks: readonly CheckGroup[],
  isOwnFile: (module: string) => boolean,
): ClassSections {
  const ids = stumbledOver(checks)
  const isStumbled = (group: TwinGroup) => group.classes.some(({ id }) => ids.has(id))
  const inGroup = new Set(twins.flatMap((group) => group.classes.map(({ id }) => id)))
  const single = classes.filter(({ id }) => !inGroup.has(id))
  const isOwn = ({ module }: ClassInfo) => module !== null && isOwnFile(module)
  return {
    stumbled: limit(twins.filter(isStumbled), MAX_GROUPS),
    own: limit(single.filter(isOwn), MAX_ROWS),
    otherTwins: limit(
      twins.filter((group) => !isStumbled(group)),
      MAX_GROUPS,
    ),
    rest: limit(
      single.filter((info) => !isOwn(info)),
      MAX_ROWS,
    ),
  }
}

/** The classes whose name, module or file contains a text, whatever its case. */
export function findClasses({ classes }: ClassesModel, text: string): { found: Listed<ClassInfo>; count: number } {
  const sought = text.trim().toLowerCase()
  const matches = classes.filter(({ name, module, file }) =>
    [name, module, file].some((part) => part?.toLowerCase().includes(sought)),
  )
  return { found: limit(matches, MAX_FOUND), count: matches.length }
}

export function limit<Thing>(things: readonly Thing[], most: number): Listed<Thing> {
  return { shown: things.slice(0, most), omitted: Math.max(0, things.length - most) }
}

function stumbledOver(checks: readonly CheckGroup[]): ReadonlySet<ClassId> {
  const ids = new Set<ClassId>()
  for (const { event, index } of checks) {
    const { failure } = describeCheck(event, index)
    if (failure?.kind === 'twin') ids.add(failure.met).add(failure.wanted)
  }
  return ids
}
