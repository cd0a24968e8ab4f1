/** Asks for another path of a folder, and moves everything in it. */
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import { listFolders, movePath, renameFolder } from '../../../lab/project-edits.ts'
import type { LabSession } from '../../../lab/session.ts'
import { Field } from './Field.tsx'
import { FormDialog } from './FormDialog.tsx'
import type { Edits } from './use-edits.ts'

interface FolderDialogProps {
  readonly session: LabSession
  readonly edits: Edits
  readonly text: PlayStrings
  readonly say: (line: string) => void
  /** The folder that is likeliest meant. */
  readonly suggested: string
  readonly onClose: () => void
}

export function FolderDialog({ session, edits, text, say, suggested, onClose }: FolderDialogProps) {
  const project = useStore(session.store, (state) => state.project)
  const [folder, setFolder] = useState(suggested)
  const [path, setPath] = useState(suggested)
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const choose = (next: string) => {
    setFolder(next)
    setPath(next)
    setProblem(null)
  }
  const confirm = () => {
    const wanted = path.trim().replace(/\/+$/, '')
    const { activeFile } = session.store.getState()
    const refusal = edits.make((current) => renameFolder(current, folder, wanted))
    setProblem(refusal)
    if (refusal !== null) return false
    session.select(movePath(activeFile, folder, wanted))
    const moved = [...Object.keys(project.files), ...Object.keys(project.links)]
    const count = moved.filter((each) => each.startsWith(`${folder}/`)).length
    say(fill(text.renamedFolder, { from: folder, to: wanted, count }))
    return true
  }
  return (
    <FormDialog
      title={text.renameFolderTitle}
      confirmLabel={text.save}
      cancelLabel={text.cancel}
      problem={problem}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className="field">
        <label htmlFor={id}>{text.folder}</label>
        <select id={id} value={folder} onChange={(event) => choose(event.target.value)}>
          {listFolders(project).map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={text.newPath}
        hint={text.renameFolderHint}
        value={path}
        isInvalid={problem !== null}
        onChange={setPath}
      />
    </FormDialog>
  )
}
