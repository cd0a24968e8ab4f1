/** The workbench over one session: code on the left, results on the right. What is around it, its owner gives. */
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { LabStrings } from '../../i18n/lab/en.ts'
import type { LabSession } from '../../lab/session.ts'
import { CodePane, type Place } from './CodePane.tsx'
import { LabContext } from './lab-context.ts'
import { Results } from './Results.tsx'
import { RunBar } from './RunBar.tsx'
import { summarize } from './run-summary.ts'
import { CompareRuns } from './xray/CompareRuns.tsx'
import { useRunView } from './xray/use-run-view.ts'

interface WorkbenchProps {
  /** Unique among the workbenches of a page, e.g. `impossible-error/register`: ids and the editor's files are made from it. */
  readonly id: string
  readonly title: string
  readonly session: LabSession
  readonly strings: LabStrings
  /** The highlighted code of the start as HTML, made by the build, by file. */
  readonly highlighted: Readonly<Record<string, string>>
  /** Told before each run that the reader asks for. */
  readonly onRun?: () => void
  /** Takes the place of the state in the status line; null where the state is to be told. */
  readonly announcement?: string | null
  /** Further controls, behind the buttons. */
  readonly tools?: ReactNode
  /** What is to be said before the code. */
  readonly notice?: ReactNode
  /** What comes below code and results. */
  readonly children?: ReactNode
}

export function Workbench(props: WorkbenchProps) {
  const { id, title, session, strings, highlighted, onRun, announcement = null, tools, notice, children } = props
  const state = useStore(session.store)
  const [place, setPlace] = useState<Place | null>(null)
  const [isEditing, setIsEditing] = useState(false)

  const run = useCallback(() => {
    onRun?.()
    void session.run()
  }, [session, onRun])

  const context = useMemo(
    () => ({
      strings,
      isOwnFile: (file: string) => session.store.getState().project.files[file] !== undefined,
      showPlace: (file: string, line: number, column: number) => {
        session.select(file)
        setIsEditing(true)
        setPlace({ file, line, column })
      },
    }),
    [strings, session],
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

  const titleId = `lab-${id.replace('/', '-')}`
  return (
    <LabContext value={context}>
      <section className="lab" aria-labelledby={titleId} data-phase={state.phase.kind} onKeyDownCapture={onKeyDown}>
        <h2 className="lab-title" id={titleId}>
          {title}
        </h2>
        <RunBar
          phase={state.phase}
          isEditing={isEditing}
          isLive={state.isLive}
          onEdit={() => setIsEditing(true)}
          onRun={run}
          onStop={session.stop}
          onReset={session.reset}
          onUndoReset={state.discarded === null ? null : session.undoReset}
          onLive={session.setLive}
        >
          {tools}
        </RunBar>
        <p className="lab-status" role="status">
          {announcement ?? summarize(state, strings)}
        </p>
        {notice}
        <div className="lab-panes">
          <CodePane
            id={id}
            start={session.start.files}
            state={state}
            highlighted={highlighted}
            isEditing={isEditing}
            place={place}
            mark={mark}
            onSelect={session.select}
            onEdit={session.edit}
            onRun={run}
          />
          <Results id={id} state={state} view={view} timeline={timeline} />
        </div>
        <CompareRuns state={state} />
        {children}
      </section>
    </LabContext>
  )
}
