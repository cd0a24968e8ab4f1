/** What the view of a bundle shows: its sections, the definitions worth finding in it, and which lines are probes. */

import type { Bundle } from '../../../lab/judge.ts'
import type { ClassId } from '../../../trace/events.ts'
import { findDefinitions, type LineRange } from '../../../trace/model/bundle-definitions.ts'
import { type BundleSection, sectionBundle } from '../../../trace/model/bundle-sections.ts'
import type { ClassesModel, ClassInfo } from '../../../trace/model/classes.ts'
import { readBundleMapping } from './bundle-mapping.ts'

export interface BundleText {
  readonly lines: readonly string[]
  readonly sections: readonly BundleSection[]
  readonly mapping: ReturnType<typeof readBundleMapping>
}

/** Where the bundle defines a class; several classes where its lines ran more than once. */
export interface Definition extends LineRange {
  readonly classes: readonly ClassInfo[]
}

export interface TwinDefinitions {
  readonly name: string
  /** Of the classes of the name, by number; `at` is null for what the bundle does not define. */
  readonly classes: readonly { readonly info: ClassInfo; readonly at: LineRange | null }[]
}

export function readBundleText({ code, map, modules }: Bundle): BundleText {
  const lines = code.split('\n')
  return { lines, sections: sectionBundle(lines, modules), mapping: readBundleMapping(map) }
}

/** More would be no list that anybody reads. */
const MAX_NAMES = 30
const MAX_OF_NAME = 12

export interface Definitions {
  readonly twins: readonly TwinDefinitions[]
  /** How many names have been left out. */
  readonly left: number
  /** Of everything that is to be marked in the code, from top to bottom. */
  readonly pieces: readonly Definition[]
  readonly selected: TwinDefinitions['classes'][number] | null
}

export function defineTwins(
  { lines, mapping }: BundleText,
  { twins, byId }: ClassesModel,
  selectedClass: ClassId | null,
): Definitions {
  const groups = twins
    .slice(0, MAX_NAMES)
    .map(({ name, classes }) => ({ name, classes: classes.slice(0, MAX_OF_NAME) }))
  const chosen = selectedClass === null ? undefined : byId.get(selectedClass)
  const infos = [...groups.flatMap(({ classes }) => classes), ...(chosen === undefined ? [] : [chosen])]
  const spans = infos.flatMap(({ span }) => span ?? [])
  const found = findDefinitions(lines, mapping, spans)
  const ranges = new Map(spans.map((span, index) => [span, found[index] ?? null]))
  const locate = (info: ClassInfo) => ({ info, at: info.span === null ? null : (ranges.get(info.span) ?? null) })
  return {
    twins: groups.map(({ name, classes }) => ({ name, classes: classes.map(locate) })),
    left: Math.max(0, twins.length - MAX_NAMES),
    pieces: piecesOf([...new Set(infos)].map(locate)),
    selected: chosen === undefined ? null : locate(chosen),
  }
}

function piecesOf(located: readonly TwinDefinitions['classes'][number][]): readonly Definition[] {
  const places = Map.groupBy(located, ({ at }) => (at === null ? '' : `${at.firstLine}-${at.lastLine}`))
  return [...places.values()]
    .flatMap((same): readonly Definition[] => {
      const at = same[0]?.at ?? null
      return at === null ? [] : [{ ...at, classes: same.map(({ info }) => info) }]
    })
    .toSorted((one, other) => one.firstLine - other.firstLine || other.lastLine - one.lastLine)
}
