/** The differences between two runs under one heading, each with its sign and its words. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import { type Difference, NO_ARM, type TopicComparison } from '../../../trace/model/comparison.ts'
import { shorten } from '../../../trace/model/preview-text.ts'
import { useLabStrings } from '../lab-context.ts'
import { shortModule } from '../module-name.ts'

/** More than anyone reads through. */
const SHOWN = 30

const SIGNS = { added: '+', removed: '−', changed: '≠' } as const

export function CompareTopic({ comparison: { topic, differences, same } }: { readonly comparison: TopicComparison }) {
  const strings = useLabStrings()
  if (differences.length + same === 0) return null
  const rest = differences.length - SHOWN
  return (
    <section className="compare-topic">
      <h4>{strings.compareTopic[topic]}</h4>
      <ul>
        {differences.slice(0, SHOWN).map((difference) => (
          <li key={difference.subject} data-sign={difference.kind}>
            <span className="compare-sign" aria-hidden="true">
              {SIGNS[difference.kind]}
            </span>
            <span>
              <code>{shortModule(shorten(difference.subject)) || strings.anonymous}</code>{' '}
              <span className="compare-note">{note(difference, topic, strings)}</span>
            </span>
          </li>
        ))}
        {rest > 0 && <li className="value-muted">{fill(strings.compareMore, { count: rest })}</li>}
        <li data-sign="same">
          <span className="compare-sign" aria-hidden="true">
            =
          </span>
          <span className="compare-note">{fill(strings.compareSame, { count: same })}</span>
        </li>
      </ul>
    </section>
  )
}

function note(difference: Difference, topic: TopicComparison['topic'], strings: LabStrings): string {
  const value = (text: string) =>
    topic === 'checks' ? answers(text, strings) : fill(strings.compareTimes, { count: text })
  switch (difference.kind) {
    case 'changed':
      return fill(strings.compareChanged, { before: value(difference.before), after: value(difference.after) })
    case 'added':
      return onlyIn(strings.compareAdded, difference.after, topic, strings)
    case 'removed':
      return onlyIn(strings.compareRemoved, difference.before, topic, strings)
  }
}

function answers(text: string, strings: LabStrings): string {
  return text.replaceAll(NO_ARM, strings.compareNoArm)
}

/** Once is how often most things happen, and goes without saying. */
function onlyIn(where: string, value: string, topic: TopicComparison['topic'], strings: LabStrings): string {
  if (topic === 'checks') return fill(strings.compareOnlyAnswer, { where, answer: answers(value, strings) })
  return value === '1' ? where : `${where} ${fill(strings.compareTimes, { count: value })}`
}
