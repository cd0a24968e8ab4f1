/** The records that could not be read and were set aside. */
import { fill } from '../../i18n/fill.ts'
import { when } from '../../i18n/when.ts'
import type { YourWorkStrings } from '../../i18n/your-work.en.ts'
import { faultOfAside } from '../../lab/work-schema.ts'
import type { Aside } from '../../lab/work-storage.ts'
import { faultWords } from '../fault-words.ts'

interface AsideListProps {
  readonly aside: readonly Aside[]
  readonly strings: YourWorkStrings
}

export function AsideList({ aside, strings }: AsideListProps) {
  if (aside.length === 0) return null
  const words = (record: Aside) =>
    fill(strings.aside[record.kind], {
      reason: record.kind === 'broken' ? faultWords(faultOfAside(record), strings.faults) : record.reason,
      when: when(record.setAsideAt, document.documentElement.lang),
    })
  return (
    <>
      <h2>{strings.asideTitle}</h2>
      <p>{strings.asideLead}</p>
      <ul className="work-aside">
        {aside.map((record, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two records may be alike in all that is known of them.
          <li key={index}>
            <code>{keyWords(record.key)}</code> {words(record)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Anybody may have written the key. */
function keyWords(key: unknown): string {
  return (Array.isArray(key) ? key.map(String).join(' ') : String(key)).slice(0, 120)
}
