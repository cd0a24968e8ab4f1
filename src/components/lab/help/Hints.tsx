/** The hints of a lab, one more at each press: from a nudge to nearly the answer. */
import { useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import { useLabStrings } from '../lab-context.ts'

export function Hints({ hints }: { readonly hints: readonly string[] }) {
  const strings = useLabStrings()
  const [given, setGiven] = useState(0)
  if (hints.length === 0) return null
  return (
    <div className="hints">
      <h3>{strings.hints}</h3>
      {/* Always in the page, so that a hint put into it is read out. */}
      <ol aria-live="polite" aria-label={strings.hints}>
        {hints.slice(0, given).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {/* Stays when the last hint is out: a button that vanished would take the focus with it. */}
      <button
        type="button"
        className="button"
        aria-disabled={given === hints.length}
        onClick={() => setGiven(Math.min(given + 1, hints.length))}
      >
        {given === hints.length
          ? strings.noMoreHints
          : fill(strings.nextHint, { number: given + 1, count: hints.length })}
      </button>
    </div>
  )
}
