/** What one hop was compared with: the class that was asked for, or the arms of a dispatch table. */
import { fill } from '../../../i18n/fill.ts'
import type { Check, CheckHop } from '../../../trace/model/checks.ts'
import { ClassName } from './ClassName.tsx'
import { type CheckTexts, type Comparison, compare } from './check-words.ts'

interface CheckComparisonsProps {
  readonly hop: CheckHop
  readonly check: Check
  readonly texts: CheckTexts
}

/** Larger tables show only what is told apart by more than a sign. */
const MAX_ARMS = 6

export function CheckComparisons({ hop, check, texts }: CheckComparisonsProps) {
  const { strings, classes } = texts
  const all = check.wanted.map((wanted) => ({ wanted, comparison: compare(hop, wanted, check) }))
  const shown = all.length <= MAX_ARMS ? all : all.filter(({ comparison }) => comparison !== 'other').slice(0, MAX_ARMS)
  const words: Readonly<Record<Comparison, string>> = {
    same: strings.sameClass,
    'same-name': strings.sameNameOnly,
    other: strings.notSame,
  }
  return (
    <ul className="comparisons">
      {shown.map(({ wanted, comparison }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a table never changes.
        <li key={index} data-comparison={comparison}>
          <span aria-hidden="true">{comparison === 'same' ? '=' : '≠'}</span>{' '}
          <ClassName classes={classes} id={wanted.class} label={wanted.label} />{' '}
          <span className={comparison === 'other' ? 'visually-hidden' : 'comparison-word'}>{words[comparison]}</span>
        </li>
      ))}
      {shown.length < all.length && (
        <li data-comparison="other">
          <span aria-hidden="true">≠</span> {fill(strings.otherArms, { count: all.length - shown.length })}
        </li>
      )}
    </ul>
  )
}
