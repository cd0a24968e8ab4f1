/** Judges the lab by what the reader's messages tell: which modules they name, and what they say differently of different cases. */
import { completedVariant, MET, type ProgramRun, type Runs, unmet, type Verdict } from '#src/lab/goals.ts'
import { reportsOf } from '#src/lab/reports.ts'
import type { TraceEvent } from '#src/trace/events.ts'
import { foldConsole } from '#src/trace/model/console.ts'
import { consoleText } from '#src/trace/model/preview-text.ts'

/** What the hidden program throws where the reader's file has no such export. */
const NO_EXPORT = 'explain.ts has no export explain'

export const goals = {
  refuses: unlessObstructed(refuses),
  direct: unlessObstructed((hidden) => namesBoth(hidden, 'direct')),
  indirect: unlessObstructed((hidden) => namesBoth(hidden, 'indirect')),
  'told-apart': unlessObstructed(toldApart),
}

/** Whose message differs from the duck's, in what main.ts prints: each idea of the check has its own answer. */
const IDEAS: Readonly<Record<string, string>> = {
  '': 'nobody',
  Direct: 'direct-only',
  'Direct,Indirect': 'both',
  'Direct,Indirect,Namesake': 'by-name',
}

export function predict(shown: ProgramRun): string {
  if (shown.kind === 'rejected') return 'rejected'
  const lines = foldConsole(shown.trace.events).map(({ event }) => consoleText(event))
  const said = new Map(lines.map((line) => [line.split(': ', 1)[0], line.slice(line.indexOf(': '))]))
  const others = ['Direct', 'Indirect', 'Namesake'].filter((name) => said.get(name) !== said.get('Duck'))
  return IDEAS[others.join()] ?? others.join()
}

/** What explain gave for one hidden case. */
interface Said {
  readonly about: string
  readonly kind: string
  readonly table: string
  readonly pair: string
  readonly yours: string
  readonly theirs: string
  readonly gave: string
  readonly message: string
}

interface Hidden {
  readonly said: readonly Said[]
  readonly facts: readonly string[]
}

/** Says first what keeps every goal from being judged. How the shown program ends is the reader's affair: explain is judged by the hidden one. */
function unlessObstructed(judge: (hidden: Hidden) => Verdict): (runs: Runs) => Verdict {
  return (runs) => {
    const { trace, problem } = completedVariant(runs, 'cases')
    if (trace !== null)
      return reportsOf(trace.events, 'Done').length > 0 ? judge(readHidden(trace.events)) : unmet('no-report')
    return isExportMissing(runs.variant('cases')) ? unmet('no-export') : problem
  }
}

function isExportMissing(run: ProgramRun): boolean {
  return run.kind === 'ran' && run.trace.outcome.kind === 'failed' && run.trace.outcome.error.message === NO_EXPORT
}

function readHidden(events: readonly TraceEvent[]): Hidden {
  const pieces = reportsOf(events, 'Piece')
  const piecesOf = (owner: string) => pieces.flatMap(({ of, text = '' }) => (of === owner ? [text] : []))
  const said = reportsOf(events, 'Said').map((report): Said => {
    const { about = '', kind = '', table = '', pair = '', yours = '', theirs = '', gave = '' } = report
    return { about, kind, table, pair, yours, theirs, gave, message: piecesOf(about).join('') }
  })
  return { said, facts: piecesOf('facts') }
}

/** Null for what belongs there, and some text for everything else. */
function refuses({ said }: Hidden): Verdict {
  for (const { about, kind, gave, message } of said) {
    if (gave === 'threw') return unmet('threw', { about, message })
    if (gave !== 'string' && gave !== 'null') return unmet('no-text', { about, gave })
    if (kind === 'good' && gave === 'string') return unmet('refused-good', { about, message })
    if (kind !== 'good' && gave === 'null') return unmet('let-in', { about })
    if (kind !== 'good' && message.trim() === '') return unmet('empty', { about })
  }
  return MET
}

/** Whether the message on every twin names its module and the other's, and tells which is which. */
function namesBoth({ said, facts }: Hidden, wanted: 'direct' | 'indirect'): Verdict {
  const twins = said
    .filter(({ kind }) => kind === wanted)
    .map((one) => ({ ...one, named: factsIn(one.message, facts) }))
  for (const { about, yours, theirs, message, named } of twins) {
    if (!named.includes(yours)) return unmet('no-yours', { about, module: yours, message })
    if (!named.includes(theirs)) return unmet('no-theirs', { about, module: theirs, message })
  }
  return hasOneOrder(twins) || (hasPlaceFor('yours', twins) && hasPlaceFor('theirs', twins)) ? MET : unmet('which')
}

interface Naming {
  readonly named: readonly string[]
  readonly yours: string
  readonly theirs: string
}

/** Whether yours always comes before the table's, or always after it. */
function hasOneOrder(twins: readonly Naming[]): boolean {
  const isYoursFirst = twins.map(({ named, yours, theirs }) => named.indexOf(yours) < named.indexOf(theirs))
  return new Set(isYoursFirst).size <= 1
}

/** Whether all messages name that module at the same place, counted from either end, e.g. after the file's name. */
function hasPlaceFor(role: 'yours' | 'theirs', twins: readonly Naming[]): boolean {
  const places = twins[0]?.named.flatMap((_, place) => [place, -1 - place]) ?? []
  return places.some((place) => twins.every((twin) => twin.named.at(place) === twin[role]))
}

/** What is wrong in two cases must be said in two ways, whatever their names; and the same wrong in the same way. */
function toldApart({ said, facts }: Hidden): Verdict {
  // Twins come last: where nothing is told apart, the other goals speak of them.
  const refused = ['class', 'namesake', 'duck', 'direct', 'indirect'].flatMap((kind) =>
    said.filter((one) => one.kind === kind),
  )
  const worded = refused.map((one) => ({ ...one, wording: wordingOf(one.message, facts) }))
  for (const [index, one] of worded.entries()) {
    for (const other of worded.slice(index + 1)) {
      const values = { about: one.about, other: other.about, message: one.message }
      const isSame = one.wording === other.wording
      if (one.pair !== '' && one.pair === other.pair && !isSame) return unmet('unsteady', values)
      if (troubleOf(one) !== troubleOf(other) && one.table === other.table && isSame) return unmet('same', values)
    }
  }
  return MET
}

/** A twin is a twin, however far down. */
function troubleOf({ kind }: Said): string {
  return kind === 'direct' || kind === 'indirect' ? 'twin' : kind
}

/** The message without its names: what it says of any case of its kind. */
function wordingOf(message: string, facts: readonly string[]): string {
  return message.replaceAll(anyOf(facts), '·')
}

function factsIn(message: string, facts: readonly string[]): string[] {
  return message.match(anyOf(facts)) ?? []
}

/** The longest first: one module's key may begin with another's. */
function anyOf(facts: readonly string[]): RegExp {
  const longestFirst = facts.toSorted((one, other) => other.length - one.length)
  return new RegExp(longestFirst.map((fact) => fact.replaceAll(/[.?]/g, String.raw`\$&`)).join('|'), 'g')
}
