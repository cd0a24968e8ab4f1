/** What happened in the cluster up to the step, the latest first: the map's story as a list. */
import { fill } from '../../../i18n/fill.ts'
import type { ClusterModel } from '../../../trace/model/cluster.ts'
import type { ClassLabels } from '../class-labels.ts'
import { useLabStrings } from '../lab-context.ts'
import { PreviewTree } from '../PreviewTree.tsx'
import { describeEvent } from './event-words.ts'
import { isSelected, type RunView, type Selection } from './run-view.ts'

interface ClusterEventsProps {
  readonly cluster: ClusterModel
  readonly labels: ClassLabels
  readonly view: RunView
}

export function ClusterEvents({ cluster: { recent, earlier }, labels, view }: ClusterEventsProps) {
  const strings = useLabStrings()
  return (
    <section className="cluster-events">
      <h4>{strings.clusterEvents}</h4>
      <ol>
        {recent.toReversed().map(({ index, event }) => {
          const thing: Selection = { kind: 'event', index }
          const isChosen = isSelected(view.selection, thing)
          return (
            <li key={index} aria-current={index === view.current ? 'step' : undefined}>
              <button
                type="button"
                className="choice"
                aria-pressed={isChosen}
                onClick={() => view.select(isChosen ? null : thing)}
              >
                {describeEvent(event, labels, strings)}
              </button>
              {event.kind === 'message-sent' && <PreviewTree value={event.payload} labels={labels} />}
            </li>
          )
        })}
      </ol>
      {earlier > 0 && <p className="value-muted">{fill(strings.clusterEarlier, { count: earlier })}</p>}
    </section>
  )
}
