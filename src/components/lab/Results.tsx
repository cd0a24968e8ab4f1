/** The results of a run, one tab a view, with the timeline that says at which step all of them are. */
import { type ComponentType, useMemo, useState } from 'react'
import type { LabState } from '../../lab/session.ts'
import { classesView } from '../../trace/model/classes.ts'
import { consoleView } from '../../trace/model/console.ts'
import { type ClassLabels, createClassLabels } from './class-labels.ts'
import { ConsolePanel } from './console/ConsolePanel.tsx'
import { type ConsoleControls, useConsoleSetting } from './console/use-console-setting.ts'
import { useLabStrings } from './lab-context.ts'
import { Tabs } from './Tabs.tsx'
import { BundlePanel } from './xray/BundlePanel.tsx'
import { ChecksPanel } from './xray/ChecksPanel.tsx'
import { ClassesPanel } from './xray/ClassesPanel.tsx'
import { ClusterPanel } from './xray/ClusterPanel.tsx'
import { ModulesPanel } from './xray/ModulesPanel.tsx'
import type { PanelProps } from './xray/run-view.ts'
import { Timeline } from './xray/Timeline.tsx'
import { TimelineSelection } from './xray/TimelineSelection.tsx'
import { useFold } from './xray/use-fold.ts'
import type { RunTimeline } from './xray/use-run-view.ts'

interface ResultsProps extends PanelProps {
  readonly id: string
  readonly state: LabState
  readonly timeline: RunTimeline
}

const PANELS: Readonly<Record<string, ComponentType<PanelProps>>> = {
  modules: ModulesPanel,
  classes: ClassesPanel,
  checks: ChecksPanel,
  cluster: ClusterPanel,
  bundle: BundlePanel,
}

export function Results({ id, state, view, timeline }: ResultsProps) {
  const strings = useLabStrings()
  const [tab, setTab] = useState('console')
  const classes = useFold(classesView, view.events)
  const labels = useMemo(() => createClassLabels(classes), [classes])
  // Held here, since the console itself is gone while another tab is open.
  const controls = useConsoleSetting(view.events)
  const Panel = PANELS[tab]
  const isUnused = state.phase.kind === 'idle' && state.bundle === null

  return (
    <div className="results" data-unused={isUnused}>
      <Tabs
        idPrefix={`${id.replace('/', '-')}-result`}
        label={strings.results}
        isScrolled
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'console', label: strings.tabConsole },
          { id: 'modules', label: strings.tabModules },
          { id: 'classes', label: strings.tabClasses },
          { id: 'checks', label: strings.tabChecks },
          { id: 'cluster', label: strings.tabCluster },
          { id: 'bundle', label: strings.tabBundle },
        ]}
      >
        {state.isOld && <p className="results-old">{strings.oldResults}</p>}
        {Panel === undefined ? (
          <ConsoleView view={view} state={state} labels={labels} controls={controls} />
        ) : (
          <Panel view={view} />
        )}
      </Tabs>
      <Timeline timeline={timeline} labels={labels} />
      <TimelineSelection view={view} labels={labels} />
    </div>
  )
}

interface ConsoleViewProps extends PanelProps {
  readonly state: LabState
  readonly labels: ClassLabels
  readonly controls: ConsoleControls
}

function ConsoleView({ view: { events, step }, state, labels, controls }: ConsoleViewProps) {
  const rows = useFold(consoleView, events, step)
  return (
    <ConsolePanel
      rows={rows}
      step={step}
      phase={state.phase}
      warnings={state.bundle?.warnings ?? []}
      labels={labels}
      controls={controls}
    />
  )
}
