/** Ways to give a project to others: a link, a frame, a file. */
import { useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import { isSameProject } from '../../../lab/project.ts'
import type { LabSession } from '../../../lab/session.ts'
import { packProject } from '../../../lab/share.ts'
import { pageAddress } from '../../../site/page-address-browser.ts'
import { faultWords } from '../../fault-words.ts'
import { archiveName } from './archive-name.ts'
import { CopyDialog } from './CopyDialog.tsx'
import { downloadProject } from './download-browser.ts'
import { copyText, frameCode } from './share-browser.ts'
import type { Naming } from './use-naming.ts'

interface ShareToolsProps {
  readonly session: LabSession
  readonly text: PlayStrings
  /** The lab whose program this was at the start; null where it was none. */
  readonly lab: string | null
  readonly naming: Naming
  readonly say: (line: string) => void
}

type Showing =
  | { readonly kind: 'link'; readonly value: string }
  | { readonly kind: 'frame'; readonly value: string; readonly isLab: boolean }

export function ShareTools({ session, text, lab, naming, say }: ShareToolsProps) {
  const [showing, setShowing] = useState<Showing | null>(null)

  /** The fragment that holds the project; null where there can be none, which is said. */
  const pack = async (): Promise<string | null> => {
    const { project, activeFile } = session.store.getState()
    const packed = await packProject({ project, focus: activeFile, name: naming.own })
    if (packed.kind === 'packed') return packed.fragment
    const { problem } = packed
    say(
      problem.kind === 'too-large'
        ? text.tooLargeToShare
        : fill(text.notSharable, { why: faultWords(problem.fault, text.faults) }),
    )
    return null
  }
  const share = async () => {
    const fragment = await pack()
    if (fragment === null) return
    const value = pageAddress('playground/', fragment)
    const files = Object.keys(session.store.getState().project.files).length
    if (await copyText(value)) return say(fill(text.shared, { files, length: value.length }))
    say(text.shareByHand)
    setShowing({ kind: 'link', value })
  }
  const embed = async () => {
    const isLab = lab !== null && isSameProject(session.store.getState().project, session.start)
    const fragment = isLab ? `lab=${lab}` : await pack()
    if (fragment === null) return
    setShowing({ kind: 'frame', value: frameCode(pageAddress('embed/', fragment), text.embedPageTitle), isLab })
  }

  const download = async () => {
    try {
      const name = archiveName(naming.shown, text)
      await downloadProject(session.store.getState().project, { name, readme: text.readme })
      say(fill(text.downloaded, { name: `${name}.zip` }))
    } catch (error) {
      say(fill(text.downloadFailed, { message: error instanceof Error ? error.message : String(error) }))
    }
  }

  return (
    <>
      <button type="button" className="button" onClick={() => void share()}>
        {text.share}
      </button>
      <button type="button" className="button" onClick={() => void embed()}>
        {text.embed}
      </button>
      <button type="button" className="button" onClick={() => void download()}>
        {text.download}
      </button>
      {showing?.kind === 'link' && (
        <CopyDialog
          title={text.shareTitle}
          hint={text.shareByHand}
          label={text.link}
          value={showing.value}
          text={text}
          onClose={() => setShowing(null)}
        />
      )}
      {showing?.kind === 'frame' && (
        <CopyDialog
          title={text.embedTitle}
          hint={showing.isLab ? `${text.embedHint} ${text.embedLab}` : text.embedHint}
          label={text.frameCode}
          value={showing.value}
          text={text}
          onClose={() => setShowing(null)}
        />
      )}
    </>
  )
}
