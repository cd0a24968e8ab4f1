/** Makes a reader's edits of the project: what is refused changes nothing and is said, and what is deleted can come back. */
import { useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import type { Project } from '../../../lab/project.ts'
import { addFile, type Edited, removeFile, setEntry } from '../../../lab/project-edits.ts'
import type { LabSession } from '../../../lab/session.ts'
import { editProblemText } from './problem-words.ts'

/** A file that was deleted, and all that is needed to put it back. */
interface RemovedFile {
  readonly path: string
  readonly text: string
  readonly index: number
  readonly wasEntry: boolean
}

export interface Edits {
  /** Gives the words for a refusal, or null where the edit was made. */
  readonly make: (edit: (project: Project) => Edited) => string | null
  readonly remove: (path: string) => void
  /** What can be brought back: the latest deletion. */
  readonly removed: RemovedFile | null
  readonly bringBack: () => void
}

/** @param say puts a line into the status */
export function useEdits(session: LabSession, text: PlayStrings, say: (line: string) => void): Edits {
  const [removed, setRemoved] = useState<readonly RemovedFile[]>([])
  const latest = removed.at(-1) ?? null

  const make: Edits['make'] = (edit) => {
    const edited = edit(session.store.getState().project)
    if (edited.kind === 'refused') return editProblemText(edited.problem, text)
    session.change(() => edited.project)
    return null
  }

  return {
    make,
    remove: (path) => {
      const { files, entry } = session.store.getState().project
      const gone = {
        path,
        text: files[path] ?? '',
        index: Object.keys(files).indexOf(path),
        wasEntry: entry === path,
      }
      const refusal = make((project) => removeFile(project, path))
      say(refusal ?? fill(text.removed, { file: path }))
      if (refusal === null) setRemoved([...removed, gone])
    },
    removed: latest,
    bringBack: () => {
      if (latest === null) return
      const { path, index, wasEntry } = latest
      const refusal =
        make((project) => addFile(project, path, latest.text, index)) ??
        (wasEntry ? make((project) => setEntry(project, path)) : null)
      say(refusal ?? fill(text.broughtBack, { file: path }))
      if (refusal !== null) return
      session.select(path)
      setRemoved(removed.slice(0, -1))
    },
  }
}
