/** Says in words what a check asked, how each hop compares with what was asked for, and why it ended as it did. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { Check, CheckHop, Wanted } from '../../../trace/model/checks.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'
import type { Preview } from '../../../trace/preview.ts'
import type { ClassLabels } from '../class-labels.ts'

export interface CheckTexts {
  readonly strings: LabStrings
  readonly labels: ClassLabels
  readonly classes: ClassesModel
}

/** The answer in a word or two. */
export function answerOf(check: Check, { strings, labels }: CheckTexts): string {
  if (check.kind === 'instanceof') {
    if (check.event.reason === 'threw') return strings.answerThrew
    return check.passed ? strings.answerTrue : strings.answerFalse
  }
  const { chosen } = check.event
  const label = check.wanted.find((arm) => arm.class === chosen)?.label ?? ''
  return chosen === null ? strings.answerNoArm : fill(strings.answerArm, { name: labels.of(chosen, label) })
}

/** Where the program asked; null for a dispatch that no line of the project led to. */
export function placeOf({
  event,
}: Check): { readonly file: string; readonly line: number; readonly column: number } | null {
  if (event.kind === 'instanceof-checked')
    return { file: event.span.module, line: event.span.line, column: event.span.column }
  return event.at
}

/** How a hop and a class that was asked for compare. Two classes without a name are no namesakes. */
export type Comparison = 'same' | 'same-name' | 'other'

export function compare(hop: CheckHop, wanted: Wanted, check: Check): Comparison {
  const isSame = check.kind === 'instanceof' ? hop.met : hop.class !== null && hop.class === wanted.class
  if (isSame) return 'same'
  const isNamesake = hop.class !== null && hop.label !== '' && hop.label === wanted.label && hop.class !== wanted.class
  return isNamesake ? 'same-name' : 'other'
}

/** How the drawing treats a hop. */
export type HopKind = 'met' | 'failed' | 'passed'

export function hopKind({ met, twinOf }: CheckHop): HopKind {
  if (met) return 'met'
  return twinOf === null ? 'passed' : 'failed'
}

/** What stands at the foot of the walk. */
export function describeValue(check: Check, strings: LabStrings): string {
  if (check.kind === 'dispatch') return check.hops.length === 0 ? strings.valueNoClass : strings.valueDispatched
  switch (check.event.reason) {
    case 'primitive':
      return strings.valuePrimitive
    case 'has-instance':
    case 'threw':
      return strings.valueNotAsked
    case 'met':
    case 'end-of-chain':
      if (check.hops.length === 0) return strings.valueNoPrototype
      return check.hops[0]?.class === null ? strings.valueNameless : strings.valueObject
  }
}

/** The trace keeps no more steps of a chain than this. */
const KEPT_HOPS = 100

/** What stands at the top of the walk; null where it met its target, or where no chain was walked. */
export function describeEnd(
  check: Check,
  strings: LabStrings,
): { readonly label: string; readonly note: string } | null {
  const isWalked = check.kind === 'dispatch' || ['met', 'end-of-chain'].includes(check.event.reason)
  if (!isWalked || check.hops.some(({ met }) => met)) return null
  const count = check.hops.length
  return count >= KEPT_HOPS
    ? { label: '…', note: fill(strings.chainCut, { count }) }
    : { label: 'null', note: strings.chainEnd }
}

/** Where the check stopped, and why: one sentence, or two. */
export function verdictOf(check: Check, texts: CheckTexts): string {
  return check.kind === 'dispatch' ? dispatchVerdict(check, texts) : instanceofVerdict(check, texts)
}

function dispatchVerdict(check: Extract<Check, { kind: 'dispatch' }>, texts: CheckTexts): string {
  const { strings, labels } = texts
  const { function: name, chosen } = check.event
  if (chosen !== null) {
    const target = labels.of(chosen, check.wanted.find((arm) => arm.class === chosen)?.label ?? '')
    return fill(strings.verdictTook, { function: name, target })
  }
  const twin = twinNames(check, texts)
  if (twin === null) return fill(strings.verdictFell, { function: name })
  return fill(strings.verdictFellTwin, { function: name, ...twin })
}

function instanceofVerdict(check: Extract<Check, { kind: 'instanceof' }>, texts: CheckTexts): string {
  const { strings, labels, classes } = texts
  const { event, hops, passed, failure } = check
  const target = event.target === null ? event.targetLabel : labels.of(event.target, event.targetLabel)
  switch (event.reason) {
    case 'primitive':
      return strings.verdictPrimitive
    case 'threw':
      return strings.verdictThrew
    case 'has-instance':
      return fill(strings.verdictAsked, { answer: String(event.answer), target: target || strings.anonymous })
    case 'met':
    case 'end-of-chain':
      break
  }
  const named = { target: target || strings.anonymous }
  if (passed) return hops.some(({ met }) => met) ? fill(strings.verdictMet, named) : strings.verdictUnseen
  if (hops.length === 0) return strings.verdictNoChain
  const twin = twinNames(check, texts)
  if (twin === null || failure?.kind !== 'twin') return fill(strings.verdictNotOnChain, named)
  const isForeign = [failure.met, failure.wanted].every((id) => classes.byId.get(id)?.span === null)
  const verdict = fill(strings.verdictTwin, twin)
  return isForeign ? `${verdict}${strings.sentenceGap}${strings.verdictRealm}` : verdict
}

function twinNames({ failure, hops }: Check, { labels }: CheckTexts) {
  if (failure?.kind !== 'twin') return null
  const name = hops[failure.hop]?.label ?? ''
  return { met: labels.of(failure.met, name), wanted: labels.of(failure.wanted, name) }
}

const BRIEF = 24

/** The value that was asked about, in a few characters. */
export function briefValue(value: Preview, { labels }: CheckTexts): string {
  switch (value.kind) {
    case 'primitive': {
      const text = value.text.length > BRIEF ? `${value.text.slice(0, BRIEF)}…` : value.text
      return value.type === 'string' ? JSON.stringify(text) : text
    }
    case 'function':
      return `ƒ ${value.name}`
    case 'class':
      return `class ${labels.of(value.class, value.name)}`
    case 'error':
      return value.error.name
    case 'object': {
      if (value.of === 'plain') return '{…}'
      if (value.of === 'array') return '[…]'
      return (value.class === null ? value.name : labels.of(value.class, value.name)) || '{…}'
    }
    case 'seen':
      return value.name
    case 'unreadable':
      return `‹${value.why}›`
  }
}
