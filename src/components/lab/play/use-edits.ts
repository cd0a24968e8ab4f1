/** Makes a reader's edits of the project: what is refused changes nothing and is said, and what is deleted can come back. */
import { useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import type { Project } from '../../../lab/project.ts'
import { addFile, addLink, type Edited, removeFile, removeLink, setEntry } from '../../../lab/project-edits.ts'
import type { LabSession } from '../../../lab/session.ts'
import { editProblemText } from './problem-words.ts'

/** What was deleted, and all that is needed to put it back where it was. */
export type Removed =
  | {
      readonly kind: 'file'
      readonly path: string
      readonly text: string
      readonly index: number
      readonly wasEntry: boolean
    }
  | { readonly kind: 'link'; readonly path: string; readonly target: string; readonly index: number }

export interface Edits {
  /** Gives the words for a refusal, or null where the edit was made. */
  readonly make: (edit: (project: Project) => Edited) => string | null
  readonly remove: (kind: Removed['kind'], path: string) => void
  /** What of a kind can be brought back: the latest deletion. */
  readonly latestRemoved: (kind: Removed['kind']) => Removed | null
  readonly bringBack: (removed: Removed) => void
}

/** @param say puts a line into the status */
export function useEdits(session: LabSession, text: PlayStrings, say: (line: string) => void): Edits {
  const [removed, setRemoved] = useState<readonly Removed[]>([])

  const make: Edits['make'] = (edit) => {
    const edited = edit(session.store.getState().project)
    if (edited.kind === 'refused') return editProblemText(edited.problem, text)
    session.change(() => edited.project)
    return null
  }

  return {
    make,
    remove: (kind, path) => {
      const gone = pictureOf(session.store.getState().project, kind, path)
      const refusal = make((project) => (kind === 'file' ? removeFile(project, path) : removeLink(project, path)))
      say(refusal ?? (kind === 'file' ? fill(text.removed, { file: path }) : fill(text.removedLink, { link: path })))
      if (refusal === null) setRemoved([...removed, gone])
    },
    latestRemoved: (kind) => removed.findLast((each) => each.kind === kind) ?? null,
    bringBack: (back) => {
      const refusal = make((project) => putBack(project, back))
      say(refusal ?? fill(text.broughtBack, { file: back.path }))
      if (refusal !== null) return
      if (back.kind === 'file') session.select(back.path)
      setRemoved(removed.filter((each) => each !== back))
    },
  }
}

function pictureOf({ files, links, entry }: Project, kind: Removed['kind'], path: string): Removed {
  if (kind === 'link') {
    return { kind, path, target: links[path] ?? '', index: Object.keys(links).indexOf(path) }
  }
  return { kind, path, text: files[path] ?? '', index: Object.keys(files).indexOf(path), wasEntry: entry === path }
}

function putBack(project: Project, back: Removed): Edited {
  if (back.kind === 'link') return addLink(project, back.path, back.target, back.index)
  const added = addFile(project, back.path, back.text, back.index)
  return added.kind === 'edited' && back.wasEntry ? setEntry(added.project, back.path) : added
}
