/** The workbench of one lab: code on the left, results on the right, goals below. Holds the session and lays out its parts. */
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { LabStrings } from '../../i18n/lab/en.ts'
import type { Lab, LabText } from '../../lab/lab.ts'
import { createLabSession } from '../../lab/session.ts'
import { markLesson } from '../../site/progress-browser.ts'
import { CodePane, type Place } from './CodePane.tsx'
import { GoalList } from './GoalList.tsx'
import { LabContext } from './lab-context.ts'
import { loadLab } from './load-lab-browser.ts'
import { Results } from './Results.tsx'
import { RunBar } from './RunBar.tsx'
import { summarize } from './run-summary.ts'
import { CompareRuns } from './xray/CompareRuns.tsx'
import { useRunView } from './xray/use-run-view.ts'

export interface LabIslandProps {
  readonly lab: Lab
  readonly text: LabText
  readonly strings: LabStrings
  /** The highlighted code of each file as HTML, made by the build, in the order of `lab.config.files`. */
  readonly highlighted: readonly string[]
}

export function LabIsland({ lab, text, strings, highlighted }: LabIslandProps) {
  const session = useMemo(
    () =>
      createLabSession(
        lab,
        () => loadLab(lab),
        (callback) => requestAnimationFrame(callback),
      ),
    [lab],
  )
  useEffect(() => session.dispose, [session])
  const state = useStore(session.store)
  const [place, setPlace] = useState<Place | null>(null)
  const [isEditing, setIsEditing] = useState(false)
  const lesson = lab.id.split('/')[0] ?? lab.id

  const isDone = state.verdicts.length > 0 && state.verdicts.every(({ verdict }) => verdict.met)
  useEffect(() => {
    if (isDone) markLesson(lesson, 'done')
  }, [isDone, lesson])

  const run = useCallback(() => {
    markLesson(lesson, 'started')
    void session.run()
  }, [session, lesson])

  const context = useMemo(
    () => ({
      strings,
      isOwnFile: (file: string) => lab.config.files.includes(file),
      showPlace: (file: string, line: number, column: number) => {
        session.select(file)
        setIsEditing(true)
        setPlace({ file, line, column })
      },
    }),
    [strings, lab, session],
  )

  const { view, timeline, mark } = useRunView(state, context.isOwnFile)
  useEffect(() => {
    // The line is of no use in a file that is not open.
    if (mark !== null) session.select(mark.file)
  }, [mark, session])

  const onKeyDown = (event: KeyboardEvent) => {
    // In the code, Escape belongs to the editor.
    const isInCode = event.target instanceof Element && event.target.closest('.code-pane') !== null
    if (event.key === 'Escape' && !isInCode) view.select(null)
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }

  const titleId = `lab-${lab.id.replace('/', '-')}`
  return (
    <LabContext value={context}>
      <section className="lab" aria-labelledby={titleId} data-phase={state.phase.kind} onKeyDownCapture={onKeyDown}>
        <h2 className="lab-title" id={titleId}>
          {text.title}
        </h2>
        <RunBar
          phase={state.phase}
          isEditing={isEditing}
          onEdit={() => setIsEditing(true)}
          onRun={run}
          onStop={session.stop}
          onReset={session.reset}
        />
        <p className="lab-status" role="status">
          {summarize(state, strings)}
        </p>
        <div className="lab-panes">
          <CodePane
            lab={lab}
            state={state}
            highlighted={highlighted}
            isEditing={isEditing}
            place={place}
            mark={mark}
            onSelect={session.select}
            onEdit={session.edit}
            onRun={run}
          />
          <Results labId={lab.id} state={state} view={view} timeline={timeline} />
        </div>
        <CompareRuns state={state} />
        <GoalList goals={lab.config.goals} text={text} verdicts={state.verdicts} />
      </section>
    </LabContext>
  )
}
