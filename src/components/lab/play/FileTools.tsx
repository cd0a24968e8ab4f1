/** What can be done with the files: a new one, and whatever becomes of the open one. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import { addFile, listFolders, moveFile, renameFile, setEntry } from '../../../lab/project-edits.ts'
import type { LabSession } from '../../../lab/session.ts'
import { Field } from './Field.tsx'
import { FolderDialog } from './FolderDialog.tsx'
import { FormDialog } from './FormDialog.tsx'
import type { Edits } from './use-edits.ts'

interface FileToolsProps {
  readonly session: LabSession
  readonly edits: Edits
  readonly text: PlayStrings
  readonly say: (line: string) => void
}

type AskingForPath = { readonly kind: 'new' } | { readonly kind: 'rename'; readonly file: string }
type Asking = AskingForPath | { readonly kind: 'folder'; readonly suggested: string }

export function FileTools({ session, edits, text, say }: FileToolsProps) {
  const file = useStore(session.store, (state) => state.activeFile)
  const project = useStore(session.store, (state) => state.project)
  const { entry } = project
  const [asking, setAsking] = useState<Asking | null>(null)

  const folders = listFolders(project)
  const [suggested] = [...folders.filter((folder) => file.startsWith(`${folder}/`)).reverse(), ...folders]
  const removed = edits.latestRemoved('file')

  const move = (by: number) => {
    const refusal = edits.make((project) => moveFile(project, file, by))
    const names = Object.keys(session.store.getState().project.files)
    say(refusal ?? fill(text.moved, { file, place: names.indexOf(file) + 1, all: names.length }))
  }
  const start = () => {
    const refusal = edits.make((project) => setEntry(project, file))
    say(refusal ?? fill(text.entrySet, { file }))
  }

  return (
    <div className="file-tools">
      <div className="file-buttons">
        <Tool label={text.newFile} onPress={() => setAsking({ kind: 'new' })} />
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's, and this is a row of buttons. */}
        <div className="file-buttons" role="group" aria-label={fill(text.thisFile, { file })}>
          <Tool label={text.rename} onPress={() => setAsking({ kind: 'rename', file })} />
          <Tool label={text.remove} onPress={() => edits.remove('file', file)} />
          <Tool label={text.moveLeft} onPress={() => move(-1)} />
          <Tool label={text.moveRight} onPress={() => move(1)} />
          <Tool label={text.makeEntry} onPress={start} />
        </div>
        {suggested !== undefined && (
          <Tool label={text.renameFolder} onPress={() => setAsking({ kind: 'folder', suggested })} />
        )}
        {removed !== null && (
          <Tool label={fill(text.bringBack, { file: removed.path })} onPress={() => edits.bringBack(removed)} />
        )}
      </div>
      <p className="quiet">{fill(text.entry, { file: entry })}</p>
      {asking?.kind === 'folder' && (
        <FolderDialog {...{ session, edits, text, say }} suggested={asking.suggested} onClose={() => setAsking(null)} />
      )}
      {asking !== null && asking.kind !== 'folder' && (
        <PathDialog asking={asking} session={session} edits={edits} text={text} onClose={() => setAsking(null)} />
      )}
    </div>
  )
}

function Tool({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="button" onClick={onPress}>
      {label}
    </button>
  )
}

interface PathDialogProps extends Omit<FileToolsProps, 'say'> {
  readonly asking: AskingForPath
  readonly onClose: () => void
}

function PathDialog({ asking, session, edits, text, onClose }: PathDialogProps) {
  const [path, setPath] = useState(asking.kind === 'rename' ? asking.file : '')
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = () => {
    const wanted = path.trim()
    const refusal = edits.make((project) =>
      asking.kind === 'new' ? addFile(project, wanted) : renameFile(project, asking.file, wanted),
    )
    setProblem(refusal)
    if (refusal === null) session.select(wanted)
    return refusal === null
  }
  return (
    <FormDialog
      title={asking.kind === 'new' ? text.newFileTitle : fill(text.renameTitle, { file: asking.file })}
      confirmLabel={asking.kind === 'new' ? text.create : text.save}
      cancelLabel={text.cancel}
      problem={problem}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Field label={text.path} hint={text.pathHint} value={path} isInvalid={problem !== null} onChange={setPath} />
    </FormDialog>
  )
}
