/** Before and after: what the reader's latest run did otherwise than the run of the untouched start. */
import { useMemo, useState } from 'react'
import type { LabState } from '../../../lab/session.ts'
import type { Trace } from '../../../trace/events.ts'
import { compareRuns } from '../../../trace/model/comparison.ts'
import { useLabStrings } from '../lab-context.ts'
import { CompareTopic } from './CompareTopic.tsx'

export function CompareRuns({ state }: { readonly state: LabState }) {
  const strings = useLabStrings()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="compare" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{strings.compareTitle}</summary>
      {isOpen && <Comparison state={state} />}
    </details>
  )
}

function Comparison({ state: { baseline, events, phase } }: { readonly state: LabState }) {
  const strings = useLabStrings()
  if (baseline === null) return <p className="results-empty">{strings.compareNoBaseline}</p>
  // A trace that is still growing would differ in all that is yet to come.
  if (phase.kind !== 'settled') return <p className="results-empty">{strings.compareNotRun}</p>
  if (events[0] === baseline.events[0]) return <p className="results-empty">{strings.compareIsStart}</p>
  return <Differences before={baseline} after={{ events, outcome: phase.outcome }} />
}

function Differences({ before, after }: { readonly before: Trace; readonly after: Trace }) {
  const strings = useLabStrings()
  const { events, outcome } = after
  const topics = useMemo(() => compareRuns(before, { events, outcome }), [before, events, outcome])
  return (
    <>
      <p>{strings.compareIntro}</p>
      <div className="compare-topics">
        {topics.map((topic) => (
          <CompareTopic key={topic.topic} comparison={topic} />
        ))}
      </div>
    </>
  )
}
