/** What happens in the cluster at the step that is shown, in words; always of the same height. */
import { fill } from '../../../i18n/fill.ts'
import type { ClusterEvent } from '../../../trace/model/cluster.ts'
import { previewText } from '../../../trace/model/preview-text.ts'
import type { ClassLabels } from '../class-labels.ts'
import { useLabStrings } from '../lab-context.ts'
import { describeEvent } from './event-words.ts'

interface ClusterNowProps {
  /** Null where the step is no event of the cluster. */
  readonly event: ClusterEvent | null
  readonly labels: ClassLabels
}

export function ClusterNow({ event, labels }: ClusterNowProps) {
  const strings = useLabStrings()
  if (event === null) return <p className="cluster-now value-muted">{strings.clusterQuiet}</p>
  const payload = payloadOf(event)
  return (
    <p className="cluster-now">
      <strong>{strings.clusterNow}</strong> {describeEvent(event, labels, strings)}
      {payload !== null && <code>{fill(strings.crossedAs, { payload: previewText(payload) })}</code>}
    </p>
  )
}

function payloadOf(event: ClusterEvent) {
  if (event.kind === 'message-sent') return event.payload
  return event.kind === 'hook-called' ? event.args : null
}
