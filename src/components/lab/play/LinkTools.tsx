/** The project's own symlinks: where each lies, where it leads, and what can be done with it. */
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import { addLink, retargetLink } from '../../../lab/project-edits.ts'
import type { LabSession } from '../../../lab/session.ts'
import { Field } from './Field.tsx'
import { FormDialog } from './FormDialog.tsx'
import type { Edits, Removed } from './use-edits.ts'

interface LinkToolsProps {
  readonly session: LabSession
  readonly edits: Edits
  readonly text: PlayStrings
}

/** Null for a new one. */
type Asking = { readonly link: string | null; readonly target: string }

export function LinkTools({ session, edits, text }: LinkToolsProps) {
  const links = useStore(session.store, (state) => state.project.links)
  const [asking, setAsking] = useState<Asking | null>(null)
  const entries = Object.entries(links)
  const removed = edits.latestRemoved('link')
  const anew = useRef<HTMLButtonElement>(null)
  /** The button that was pressed goes away: the reader's place is at the one below. */
  const remove = (link: string) => {
    edits.remove('link', link)
    anew.current?.focus()
  }
  const bringBack = (back: Removed) => {
    edits.bringBack(back)
    anew.current?.focus()
  }
  return (
    <section>
      <h4>{text.links}</h4>
      {entries.length === 0 ? (
        <p className="quiet">{text.noLinks}</p>
      ) : (
        <ul className="link-list">
          {entries.map(([link, target]) => (
            <li key={link}>
              <span className="link-words">
                <code>{link}</code> {text.leadsTo} <code>{target}</code>
              </span>
              <button
                type="button"
                className="button"
                aria-label={fill(text.retargetNamed, { link })}
                onClick={() => setAsking({ link, target })}
              >
                {text.retarget}
              </button>
              <button
                type="button"
                className="button"
                aria-label={fill(text.removeLinkNamed, { link })}
                onClick={() => remove(link)}
              >
                {text.removeLink}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="file-buttons">
        <button ref={anew} type="button" className="button" onClick={() => setAsking({ link: null, target: '' })}>
          {text.newLink}
        </button>
        {removed !== null && (
          <button type="button" className="button" onClick={() => bringBack(removed)}>
            {fill(text.bringBackLink, { link: removed.path })}
          </button>
        )}
      </div>
      {asking !== null && <LinkDialog asking={asking} edits={edits} text={text} onClose={() => setAsking(null)} />}
    </section>
  )
}

interface LinkDialogProps {
  readonly asking: Asking
  readonly edits: Edits
  readonly text: PlayStrings
  readonly onClose: () => void
}

function LinkDialog({ asking, edits, text, onClose }: LinkDialogProps) {
  const [path, setPath] = useState('')
  const [target, setTarget] = useState(asking.target)
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = () => {
    const refusal = edits.make((project) =>
      asking.link === null
        ? addLink(project, path.trim(), target.trim())
        : retargetLink(project, asking.link, target.trim()),
    )
    setProblem(refusal)
    return refusal === null
  }
  return (
    <FormDialog
      title={asking.link === null ? text.newLinkTitle : fill(text.retargetNamed, { link: asking.link })}
      confirmLabel={asking.link === null ? text.create : text.save}
      cancelLabel={text.cancel}
      problem={problem}
      onConfirm={confirm}
      onClose={onClose}
    >
      {asking.link === null && <Field label={text.path} hint={text.pathHint} value={path} onChange={setPath} />}
      <Field label={text.target} hint={text.targetHint} value={target} onChange={setTarget} />
    </FormDialog>
  )
}
