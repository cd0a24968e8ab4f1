/** Every check of identity that a run made, where its walk went, and why it failed if it did. */
import type { ClassId, Dispatched, InstanceofChecked, TraceEvent } from '../events.ts'
import type { View } from './fold.ts'
import { foldTrace } from './fold.ts'

/** A class that a check would have been satisfied with. */
export interface Wanted {
  readonly class: ClassId | null
  readonly label: string
}

/** One step of the walk. */
export interface CheckHop {
  readonly class: ClassId | null
  readonly label: string
  readonly met: boolean
  /** The wanted class of the same name that this one is not; null where no name is shared. */
  readonly twinOf: ClassId | null
}

/** Why no hop met the check. */
export type CheckFailure =
  /** `hop` is the first that has the name, but not the identity, of a wanted class. */
  | { readonly kind: 'twin'; readonly hop: number; readonly met: ClassId; readonly wanted: ClassId }
  | { readonly kind: 'not-on-chain' }
  | { readonly kind: 'primitive' }
  /** The target decided by its own `Symbol.hasInstance`. */
  | { readonly kind: 'has-instance' }
  | { readonly kind: 'threw' }

interface CheckBase {
  /** The place of the event in the trace. */
  readonly index: number
  readonly wanted: readonly Wanted[]
  readonly hops: readonly CheckHop[]
  readonly passed: boolean
  /** Null where the check passed. */
  readonly failure: CheckFailure | null
}

export type Check =
  | (CheckBase & { readonly kind: 'instanceof'; readonly event: InstanceofChecked })
  | (CheckBase & { readonly kind: 'dispatch'; readonly event: Dispatched })

export function foldChecks(events: readonly TraceEvent[], upTo?: number): readonly Check[] {
  return foldTrace(checksView, events, upTo)
}

export const checksView: View<Check[], readonly Check[]> = {
  start: () => [],
  step(checks, event, index) {
    if (isCheckEvent(event)) checks.push(describeCheck(event, index))
  },
  finish: (checks) => [...checks],
  copy: (checks) => [...checks],
}

/** What a trace says of one check. */
export type CheckEvent = InstanceofChecked | Dispatched

export function isCheckEvent(event: TraceEvent): event is CheckEvent {
  return event.kind === 'instanceof-checked' || event.kind === 'dispatched'
}

/** @param index the place of the event in the trace */
export function describeCheck(event: CheckEvent, index: number): Check {
  return event.kind === 'dispatched' ? describeDispatch(event, index) : describeInstanceof(event, index)
}

function describeInstanceof(event: InstanceofChecked, index: number): Check {
  const wanted = [{ class: event.target, label: event.targetLabel }]
  const hops = event.hops.map((hop) => ({ ...hop, twinOf: hop.met ? null : twinOf(hop, wanted) }))
  const passed = event.answer
  return { kind: 'instanceof', event, index, wanted, hops, passed, failure: passed ? null : failureOf(event, hops) }
}

function failureOf({ reason }: InstanceofChecked, hops: readonly CheckHop[]): CheckFailure {
  switch (reason) {
    case 'primitive':
    case 'has-instance':
    case 'threw':
      return { kind: reason }
    case 'met':
    case 'end-of-chain':
      return failureOnChain(hops)
  }
}

function describeDispatch(event: Dispatched, index: number): Check {
  const wanted = event.arms
  const hops = event.hops.map(({ class: id, label, arm }) => ({
    class: id,
    label,
    met: arm !== null && arm === event.chosen,
    twinOf: arm === null ? twinOf({ class: id, label }, wanted) : null,
  }))
  const passed = event.chosen !== null
  return { kind: 'dispatch', event, index, wanted, hops, passed, failure: passed ? null : failureOnChain(hops) }
}

function twinOf(hop: Wanted, wanted: readonly Wanted[]): ClassId | null {
  if (hop.class === null || hop.label === '') return null
  return wanted.find((one) => one.label === hop.label && one.class !== hop.class)?.class ?? null
}

function failureOnChain(hops: readonly CheckHop[]): CheckFailure {
  for (const [hop, { class: met, twinOf: wanted }] of hops.entries()) {
    if (met !== null && wanted !== null) return { kind: 'twin', hop, met, wanted }
  }
  return { kind: 'not-on-chain' }
}
