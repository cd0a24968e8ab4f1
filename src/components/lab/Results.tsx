/** The results of a run, one tab a view. Every view is a fold over the same events. */
import { useMemo, useState } from 'react'
import type { LabState } from '../../lab/session.ts'
import { foldChecks } from '../../trace/model/checks.ts'
import { foldClasses } from '../../trace/model/classes.ts'
import { foldConsole } from '../../trace/model/console.ts'
import { ClassesPanel } from './ClassesPanel.tsx'
import { ConsolePanel } from './ConsolePanel.tsx'
import { createClassLabels } from './class-labels.ts'
import { sortByRelevance } from './class-relevance.ts'
import { useLabStrings } from './lab-context.ts'
import { Tabs } from './Tabs.tsx'

interface ResultsProps {
  readonly labId: string
  readonly state: LabState
}

export function Results({ labId, state }: ResultsProps) {
  const strings = useLabStrings()
  const [tab, setTab] = useState('console')
  const { events } = state
  const classes = useMemo(() => foldClasses(events), [events])
  const labels = useMemo(() => createClassLabels(classes), [classes])
  const checks = useMemo(() => foldChecks(events), [events])
  const lines = useMemo(() => foldConsole(events), [events])

  return (
    <Tabs
      idPrefix={`${labId.replace('/', '-')}-result`}
      label={strings.results}
      className="results"
      isScrolled
      selected={tab}
      onSelect={setTab}
      tabs={[
        { id: 'console', label: count(strings.tabConsole, lines.length) },
        {
          id: 'classes',
          label: count(
            strings.tabClasses,
            sortByRelevance(classes, checks).asked.flatMap((group) => group.classes).length,
          ),
        },
      ]}
    >
      {tab === 'console' ? (
        <ConsolePanel lines={lines} phase={state.phase} warnings={state.bundle?.warnings ?? []} labels={labels} />
      ) : (
        <ClassesPanel classes={classes} checks={checks} />
      )}
    </Tabs>
  )
}

function count(label: string, items: number) {
  return items === 0 ? label : `${label} ${items}`
}
