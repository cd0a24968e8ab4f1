/** A lab of a lesson: a workbench over its start, and its goals. */
import { useCallback, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { LabStrings } from '../../i18n/lab/en.ts'
import type { Lab, LabText } from '../../lab/lab.ts'
import { projectOf } from '../../lab/project.ts'
import { createLabSession } from '../../lab/session.ts'
import { labWorkId } from '../../lab/work.ts'
import { markLesson } from '../../site/progress-browser.ts'
import { fetchAhead } from './fetch-ahead-browser.ts'
import { GoalList } from './GoalList.tsx'
import { Hints } from './help/Hints.tsx'
import { Solution } from './help/Solution.tsx'
import { fetchLab, loadLab } from './load-lab-browser.ts'
import { OpenInPlayground } from './play/OpenInPlayground.tsx'
import { useOwnWork } from './use-own-work.ts'
import { VersionSwitch } from './VersionSwitch.tsx'
import { Workbench } from './Workbench.tsx'
import { WorkNotice } from './WorkNotice.tsx'

export interface LabIslandProps {
  readonly lab: Lab
  /** Of its start: work is kept by it. */
  readonly revision: string
  readonly text: LabText
  readonly strings: LabStrings
  /** The highlighted code of each file as HTML, made by the build. */
  readonly highlighted: Readonly<Record<string, string>>
}

export function LabIsland({ lab, revision, text, strings, highlighted }: LabIslandProps) {
  const session = useMemo(
    () =>
      createLabSession({
        start: projectOf(lab.config, lab.start),
        focus: lab.config.focus,
        load: () => loadLab(lab),
        schedule: (callback) => requestAnimationFrame(callback),
      }),
    [lab],
  )
  useEffect(() => session.dispose, [session])
  useEffect(() => fetchAhead(() => fetchLab(lab)), [lab])
  const ownWork = useOwnWork(session, labWorkId(lab.id, revision))
  const verdicts = useStore(session.store, (state) => state.verdicts)
  const lesson = lab.id.split('/')[0] ?? lab.id

  const isDone = verdicts.length > 0 && verdicts.every(({ verdict }) => verdict.met)
  useEffect(() => {
    if (isDone) markLesson(lesson, 'done')
  }, [isDone, lesson])

  return (
    <Workbench
      id={lab.id}
      title={text.title}
      session={session}
      strings={strings}
      highlighted={highlighted}
      onRun={useCallback(() => markLesson(lesson, 'started'), [lesson])}
      notice={<WorkNotice ownWork={ownWork} strings={strings} />}
      tools={
        <>
          {lab.config.versions.length > 0 && (
            <VersionSwitch session={session} versions={[lab.config.dask, ...lab.config.versions]} />
          )}
          <OpenInPlayground session={session} template={lab.id} label={strings.openInPlayground} />
        </>
      }
    >
      <GoalList goals={lab.config.goals} text={text} verdicts={verdicts} />
      <Hints hints={text.hints} />
      <Solution lab={lab} session={session} />
    </Workbench>
  )
}
