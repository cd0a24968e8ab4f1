/** The cluster at one step: its processes with what sits in them, and what happens between them. */
import { useMemo } from 'react'
import { classesView } from '../../../trace/model/classes.ts'
import { clusterView, isClusterEvent } from '../../../trace/model/cluster.ts'
import { createClassLabels } from '../class-labels.ts'
import { useLabStrings } from '../lab-context.ts'
import { ClusterEvents } from './ClusterEvents.tsx'
import { ClusterMap } from './ClusterMap.tsx'
import { ClusterNow } from './ClusterNow.tsx'
import type { PanelProps } from './run-view.ts'
import { useFold } from './use-fold.ts'

export function ClusterPanel({ view }: PanelProps) {
  const strings = useLabStrings()
  const { events, step, current } = view
  const cluster = useFold(clusterView, events, step)
  const classes = useFold(classesView, events, step)
  const labels = useMemo(() => createClassLabels(classes), [classes])
  if (cluster.processes.length === 0) {
    if (events.length === 0) return <p className="results-empty">{strings.clusterEmpty}</p>
    return <p className="results-empty">{step < events.length ? strings.clusterNotYet : strings.clusterNone}</p>
  }
  const event = current === null ? undefined : events[current]
  const now = event !== undefined && isClusterEvent(event) ? event : null
  return (
    <>
      <ClusterNow event={now} labels={labels} />
      <ClusterMap processes={cluster.processes} now={now} classes={classes} view={view} />
      <ClusterEvents cluster={cluster} labels={labels} view={view} />
    </>
  )
}
