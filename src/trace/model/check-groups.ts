/** The checks of a run, those that asked the same at the same place and went the same way counted together. */
import type { ClassId, Hop, TraceEvent } from '../events.ts'
import { type CheckEvent, isCheckEvent } from './checks.ts'
import type { View } from './fold.ts'
import { foldTrace } from './fold.ts'

export interface CheckGroup {
  /** The first of them. */
  readonly event: CheckEvent
  /** The place of the first in the trace. */
  readonly index: number
  readonly count: number
}

export interface CheckGroupsModel {
  /** In the order in which each was first asked. */
  readonly groups: readonly CheckGroup[]
  /** How many checks there were in all. */
  readonly total: number
  /** The group that a check of the run belongs to; undefined where it was not asked yet. */
  readonly groupOf: (event: CheckEvent) => CheckGroup | undefined
}

export function foldCheckGroups(events: readonly TraceEvent[], upTo?: number): CheckGroupsModel {
  return foldTrace(checkGroupsView, events, upTo)
}

interface GroupNotes {
  readonly groups: CheckGroup[]
  /** Where each signature has its group. */
  readonly places: Map<string, number>
  total: number
}

export const checkGroupsView: View<GroupNotes, CheckGroupsModel> = {
  start: () => ({ groups: [], places: new Map(), total: 0 }),
  step(notes, event, index) {
    if (!isCheckEvent(event)) return
    const { groups, places } = notes
    const signature = signatureOf(event)
    const place = places.get(signature) ?? groups.length
    const known = groups[place]
    places.set(signature, place)
    groups[place] = known === undefined ? { event, index, count: 1 } : { ...known, count: known.count + 1 }
    notes.total += 1
  },
  finish({ groups: soFar, places, total }) {
    const groups = [...soFar]
    // Places are only ever added, and one that was added later is no place of these groups.
    return { groups, total, groupOf: (event) => groups[places.get(signatureOf(event)) ?? -1] }
  },
  copy: ({ groups, places, total }) => ({ groups: [...groups], places: new Map(places), total }),
}

/** Equal for checks of which a reader would see the same drawing. The values may differ. */
function signatureOf(event: CheckEvent): string {
  if (event.kind === 'dispatched') {
    const arms = event.arms.map((arm) => arm.class).join()
    return `${event.function}|${event.at?.file}:${event.at?.line}:${event.at?.column}|${arms}|${event.hops.map((hop) => hop.class).join()}|${event.chosen}`
  }
  const { span, target, targetLabel, reason, answer, hops } = event
  const place = `${span.line}:${span.column}:${span.module}`
  return `${place}|${target}|${targetLabel}|${reason}|${answer}|${hops.map(hopSignature).join()}`
}

function hopSignature({ class: id, met }: Hop): string {
  return `${id}${met ? '!' : ''}`
}

/** Whether a class was asked for, or was met on the walk. */
export function involves(event: CheckEvent, id: ClassId): boolean {
  if (event.hops.some((hop) => hop.class === id)) return true
  return event.kind === 'dispatched' ? event.arms.some((arm) => arm.class === id) : event.target === id
}
