/** What a program of tests/fixtures/xray told about itself: see tests/fixtures/xray-truth.ts, which is mounted into each. */
import type { ClassId, TraceEvent } from '../../src/trace/events.ts'
import type { Preview } from '../../src/trace/preview.ts'

export interface Truth {
  readonly evaluated: readonly { readonly file: string; readonly count: number }[]
  readonly classes: readonly TrueClass[]
  readonly checks: readonly TrueCheck[]
}

export interface TrueClass {
  readonly file: string
  readonly name: string
  /** The places of the entries that are the same object. */
  readonly same: readonly number[]
  /** The place of its base; -1 for one from outside, null for none. */
  readonly base: number | null
}

export interface TrueCheck {
  readonly answer: boolean | null
  readonly reason: string
  readonly target: number
  readonly hops: readonly number[]
}

/** One line of it. */
export interface ToldFact {
  readonly kind: string
  /** As JSON. */
  readonly fact: string
}

export function readTruth(facts: readonly ToldFact[]): Truth {
  const of = (kind: string) => facts.filter((one) => one.kind === kind).map(({ fact }) => JSON.parse(fact))
  return {
    evaluated: of('evaluated').map(({ file, count }) => ({ file, count })),
    classes: of('class'),
    checks: of('check').map(({ answer, reason, target, hops }) => ({ answer, reason, target, hops })),
  }
}

/** What a run printed of it. */
export function toldIn(events: readonly TraceEvent[]): readonly ToldFact[] {
  return linesIn(events).map(([, kind, fact]) => {
    if (kind?.kind !== 'primitive' || fact?.kind !== 'primitive') throw new Error('A fact was not printed as text.')
    return { kind: kind.text, fact: fact.text }
  })
}

/** The numbers that a run gave to the classes, in the order of `Truth.classes`: each was printed beside what was told of it. */
export function numbersIn(events: readonly TraceEvent[]): readonly ClassId[] {
  return linesIn(events).flatMap(([, , , about]) => (about?.kind === 'class' ? [about.class] : []))
}

function linesIn(events: readonly TraceEvent[]): readonly (readonly Preview[])[] {
  return events.flatMap((event) => {
    if (event.kind !== 'console') return []
    const [mark] = event.values
    return mark?.kind === 'primitive' && mark.text === 'truth' ? [event.values] : []
  })
}
