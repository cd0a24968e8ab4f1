/** What differs between two runs: what only one of them did, what both did with another result, and how much was the same. */
import type { Trace, TraceEvent } from '../events.ts'
import { foldChecks } from './checks.ts'
import { foldClasses } from './classes.ts'
import { foldConsole } from './console.ts'
import { foldModules } from './modules.ts'
import { consoleText } from './preview-text.ts'

/** Something that can be found in both runs by its name. What `before` and `after` say depends on the topic. */
export type Difference =
  | { readonly kind: 'added'; readonly subject: string; readonly after: string }
  | { readonly kind: 'removed'; readonly subject: string; readonly before: string }
  | { readonly kind: 'changed'; readonly subject: string; readonly before: string; readonly after: string }

/** `modules`, `classes`, `plugins` and `console` count; `checks` give their answers in order. */
export type Topic = 'modules' | 'classes' | 'checks' | 'plugins' | 'console'

/** The answer of a dispatch that found nothing in its table. */
export const NO_ARM = '✕'

export interface TopicComparison {
  readonly topic: Topic
  readonly differences: readonly Difference[]
  /** How many subjects are the same in both. */
  readonly same: number
}

export function compareRuns(before: Trace, after: Trace): readonly TopicComparison[] {
  return TOPICS.map(([topic, describe]) => ({ topic, ...compare(describe(before.events), describe(after.events)) }))
}

type Facts = ReadonlyMap<string, string>

const TOPICS: readonly (readonly [Topic, (events: readonly TraceEvent[]) => Facts])[] = [
  ['modules', moduleFacts],
  ['classes', classFacts],
  ['checks', checkFacts],
  ['plugins', pluginFacts],
  ['console', consoleFacts],
]

function compare(before: Facts, after: Facts): Pick<TopicComparison, 'differences' | 'same'> {
  const differences: Difference[] = []
  for (const [subject, value] of before) {
    const now = after.get(subject)
    if (now === undefined) differences.push({ kind: 'removed', subject, before: value })
    else if (now !== value) differences.push({ kind: 'changed', subject, before: value, after: now })
  }
  const same = before.size - differences.length
  for (const [subject, value] of after) {
    if (!before.has(subject)) differences.push({ kind: 'added', subject, after: value })
  }
  return { differences, same }
}

/** How often each key was evaluated. */
function moduleFacts(events: readonly TraceEvent[]): Facts {
  return new Map(foldModules(events).modules.map(({ key, evaluations }) => [key, String(evaluations)]))
}

/** How many classes have each name. Those of JavaScript itself are met by chance, when something looks at them. */
function classFacts(events: readonly TraceEvent[]): Facts {
  const made = foldClasses(events).classes.filter(({ span }) => span !== null)
  return countBy(made.map(({ name }) => name))
}

/** The answers of each check in order. Lines move when a program is edited, so a check goes by its module and what it asks. */
function checkFacts(events: readonly TraceEvent[]): Facts {
  const answers = new Map<string, string[]>()
  for (const check of foldChecks(events)) {
    const subject =
      check.kind === 'dispatch'
        ? `${check.event.function}(${check.hops[0]?.label ?? ''})`
        : `${check.event.span.module}: instanceof ${check.event.targetLabel}`
    const answer =
      check.kind === 'instanceof' ? String(check.passed) : (check.hops.find(({ met }) => met)?.label ?? NO_ARM)
    const known = answers.get(subject)
    if (known === undefined) answers.set(subject, [answer])
    else known.push(answer)
  }
  return new Map([...answers].map(([subject, all]) => [subject, runLengths(all)]))
}

/** How often each plugin took each seat. */
function pluginFacts(events: readonly TraceEvent[]): Facts {
  return countBy(
    events.flatMap((event) => (event.kind === 'plugin-registered' ? [`${event.process}: ${event.plugin}`] : [])),
  )
}

/** How often each line was printed. */
function consoleFacts(events: readonly TraceEvent[]): Facts {
  return countBy(
    foldConsole(events).flatMap(({ event, count }) => Array.from({ length: count }, () => consoleText(event))),
  )
}

function countBy(subjects: readonly string[]): Facts {
  const counts = new Map<string, number>()
  for (const subject of subjects) counts.set(subject, (counts.get(subject) ?? 0) + 1)
  return new Map([...counts].map(([subject, count]) => [subject, String(count)]))
}

/** `true, true, true, false` as `true × 3, false`. */
function runLengths(answers: readonly string[]): string {
  const runs: { readonly answer: string; count: number }[] = []
  for (const answer of answers) {
    const last = runs.at(-1)
    if (last?.answer === answer) last.count += 1
    else runs.push({ answer, count: 1 })
  }
  const shown = runs.slice(0, MAX_ANSWERS).map(({ answer, count }) => (count === 1 ? answer : `${answer} × ${count}`))
  return runs.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ')
}

const MAX_ANSWERS = 12
