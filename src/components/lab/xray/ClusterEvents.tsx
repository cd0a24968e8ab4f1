/** What happened in the cluster up to the step, the latest first: the map's story as a list, and as one tab stop. */
import { useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { ClusterModel } from '../../../trace/model/cluster.ts'
import type { ClassLabels } from '../class-labels.ts'
import { InlineValue } from '../InlineValue.tsx'
import { useLabStrings } from '../lab-context.ts'
import { PreviewTree } from '../PreviewTree.tsx'
import { describeEvent } from './event-words.ts'
import { isSelected, type RunView, type Selection } from './run-view.ts'
import { useRovingRows } from './use-roving-rows.ts'

interface ClusterEventsProps {
  readonly cluster: ClusterModel
  readonly labels: ClassLabels
  readonly view: RunView
}

export function ClusterEvents({ cluster: { recent, earlier }, labels, view }: ClusterEventsProps) {
  const strings = useLabStrings()
  // Kept by its place in the trace: at another step it stands in another row.
  const [reached, setReached] = useState<number | null>(null)
  const rows = recent.toReversed()
  const rowOf = (place: number | null) => rows.findIndex(({ index }) => index === place)
  const chosen = view.selection?.kind === 'event' ? view.selection.index : null
  const stop = [rowOf(reached), rowOf(chosen), 0].find((row) => row >= 0) ?? 0
  const { list, rowProps } = useRovingRows({ count: rows.length, stop })
  return (
    <section className="cluster-events">
      <h4>{strings.clusterEvents}</h4>
      {rows.length > 1 && <p className="value-muted">{strings.clusterKeys}</p>}
      <ol aria-label={strings.clusterEvents} ref={list}>
        {rows.map(({ index, event }, row) => {
          const thing: Selection = { kind: 'event', index }
          const isChosen = isSelected(view.selection, thing)
          // Only what was asked for unfolds: one more tab stop, and not one a message.
          const Payload = isChosen ? PreviewTree : InlineValue
          return (
            <li key={index} aria-current={index === view.current ? 'step' : undefined}>
              <button
                type="button"
                className="choice"
                aria-pressed={isChosen}
                {...rowProps(row)}
                onFocus={() => setReached(index)}
                onClick={() => view.select(isChosen ? null : thing)}
              >
                {describeEvent(event, labels, strings)}
              </button>
              {event.kind === 'message-sent' && <Payload value={event.payload} labels={labels} />}
            </li>
          )
        })}
      </ol>
      {earlier > 0 && <p className="value-muted">{fill(strings.clusterEarlier, { count: earlier })}</p>}
    </section>
  )
}
