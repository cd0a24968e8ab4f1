/** Which classes a run created, told apart by identity, and why several of them have one name. */
import type { ClassCreated, ClassId, TraceEvent } from '../events.ts'
import type { View } from './fold.ts'
import { foldTrace } from './fold.ts'
import type { ModulesModel } from './modules.ts'
import { isCanonical, modulesView } from './modules.ts'
import type { Provenance, TwinOrigin } from './twins.ts'
import { explainTwins } from './twins.ts'

export interface ClassInfo extends Provenance {
  /** Empty for an anonymous class. */
  readonly name: string
  readonly base: ClassId | null
  /** Its bases, the nearest first, a hundred at most. */
  readonly chain: readonly ClassId[]
  /** Its number among the classes of its name, from 1: first those of canonical modules, then in order of creation. */
  readonly ordinal: number
  /** How many classes have its name, this one included. Anonymous classes count alone. */
  readonly twins: number
  /** The place of its creation in the trace. */
  readonly index: number
}

/** Several classes of one name, by their ordinals, and the reason. */
export interface TwinGroup {
  readonly name: string
  readonly classes: readonly ClassInfo[]
  readonly origin: TwinOrigin
}

export interface ClassesModel {
  /** In order of creation. */
  readonly classes: readonly ClassInfo[]
  readonly byId: ReadonlyMap<ClassId, ClassInfo>
  readonly twins: readonly TwinGroup[]
}

export function foldClasses(events: readonly TraceEvent[], upTo?: number): ClassesModel {
  return foldTrace(classesView, events, upTo)
}

interface ClassNotes {
  readonly modules: Parameters<typeof modulesView.step>[0]
  readonly created: Created[]
}

interface Created {
  readonly event: ClassCreated
  readonly index: number
}

export const classesView: View<ClassNotes, ClassesModel> = {
  start: () => ({ modules: modulesView.start(), created: [] }),
  step(notes, event, index) {
    modulesView.step(notes.modules, event, index)
    if (event.kind === 'class-created') notes.created.push({ event, index })
  },
  finish: (notes) => describe(notes.created, modulesView.finish(notes.modules)),
  copy: (notes) => ({ modules: new Map(notes.modules), created: [...notes.created] }),
}

function describe(created: readonly Created[], modules: ModulesModel): ClassesModel {
  const bases = new Map(created.map(({ event }) => [event.class, event.base]))
  const unnumbered = created.map(({ event, index }): ClassInfo => {
    const { class: id, name, span, base } = event
    const file = span === null ? null : (modules.byKey.get(span.module)?.file ?? span.module)
    const chain = chainOf(base, bases)
    return { id, name, span, module: span?.module ?? null, file, base, chain, ordinal: 1, twins: 1, index }
  })
  const groups = [...Map.groupBy(unnumbered.filter(hasName), ({ name }) => name).values()].map(number)
  const numbered = new Map(groups.flat().map((info) => [info.id, info]))
  const classes = unnumbered.map((info) => numbered.get(info.id) ?? info)
  return {
    classes,
    byId: new Map(classes.map((info) => [info.id, info])),
    twins: groups.filter((group) => group.length > 1).map((group) => twinGroup(group, modules)),
  }
}

/** Thousands of classes, each extending the last, would otherwise hold millions of bases. A walk is cut at the same length. */
const MAX_CHAIN = 100

function chainOf(base: ClassId | null, bases: ReadonlyMap<ClassId, ClassId | null>): readonly ClassId[] {
  const chain: ClassId[] = []
  // A class is created after its base, so that a chain ends; a trace that says otherwise is cut.
  for (let next = base; next !== null && !chain.includes(next); next = bases.get(next) ?? null) {
    if (chain.length === MAX_CHAIN) break
    chain.push(next)
  }
  return chain
}

function hasName({ name }: ClassInfo): boolean {
  return name !== ''
}

function number(group: readonly ClassInfo[]): readonly ClassInfo[] {
  return group
    .toSorted((one, other) => rank(one) - rank(other) || one.index - other.index)
    .map((info, position) => ({ ...info, ordinal: position + 1, twins: group.length }))
}

function rank({ module, file }: ClassInfo): number {
  return module === null || file === null || isCanonical({ key: module, file }) ? 0 : 1
}

function twinGroup(classes: readonly ClassInfo[], modules: ModulesModel): TwinGroup {
  return { name: classes[0]?.name ?? '', classes, origin: explainTwins(classes, modules) }
}
