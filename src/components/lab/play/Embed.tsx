/** One lab or one shared project in somebody else's page: whatever the frame's address names. */
import { type ReactNode, useEffect, useState } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import type { Catalogue } from '../../../lab/catalogue.ts'
import { createLabSession, type LabSession } from '../../../lab/session.ts'
import { unpackProject } from '../../../lab/share.ts'
import { pageLocale } from '../../../site/page-address-browser.ts'
import { LabIsland } from '../LabIsland.tsx'
import { loadWorkshop } from '../load-lab-browser.ts'
import { Workbench } from '../Workbench.tsx'
import { type EmbeddedLab, loadEmbeddedLab } from './load-play-browser.ts'
import { OpenInPlayground } from './OpenInPlayground.tsx'
import { readFragment } from './play-fragment.ts'
import { linkProblemText } from './problem-words.ts'

export interface EmbedProps {
  readonly strings: LabStrings
  readonly text: PlayStrings
  readonly catalogue: Catalogue
  readonly labs: readonly string[]
}

type Shown =
  | { readonly kind: 'loading' }
  | { readonly kind: 'lab'; readonly embedded: EmbeddedLab }
  | { readonly kind: 'project'; readonly session: LabSession; readonly name: string | null }
  | { readonly kind: 'refused'; readonly why: string }

export function Embed({ strings, text, catalogue, labs }: EmbedProps): ReactNode {
  const shown = useShown({ text, catalogue, labs })
  switch (shown.kind) {
    case 'loading':
      return <p className="embed-wait">{text.embedLoading}</p>
    case 'refused':
      return (
        <p className="play-refusal" role="alert">
          {shown.why}
        </p>
      )
    case 'lab':
      return <LabIsland {...shown.embedded} strings={strings} />
    case 'project':
      return (
        <Workbench
          id="embedded/project"
          title={shown.name ?? text.workbench}
          session={shown.session}
          strings={strings}
          highlighted={{}}
          notice={
            <p className="play-notice">
              {text.fromLink} {text.fromLinkRuns}
            </p>
          }
          tools={
            <OpenInPlayground
              session={shown.session}
              template={null}
              name={shown.name}
              label={strings.openInPlayground}
            />
          }
        />
      )
  }
}

/** The address of a frame is set once by the page around it; whoever changes it loads anew. */
function useShown({ text, catalogue, labs }: Omit<EmbedProps, 'strings'>): Shown {
  const [shown, setShown] = useState<Shown>({ kind: 'loading' })
  useEffect(() => {
    const load = async (): Promise<Shown> => {
      const wanted = readFragment(location.hash)
      if (wanted.kind === 'nothing') return { kind: 'refused', why: text.embedNothing }
      if (wanted.kind === 'project') return openProject(wanted.fragment, { text, catalogue })
      if (!labs.includes(wanted.id)) return { kind: 'refused', why: fill(text.embedNoLab, { id: wanted.id }) }
      return { kind: 'lab', embedded: await loadEmbeddedLab(wanted.id, pageLocale()) }
    }
    load().then(setShown, (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      setShown({ kind: 'refused', why: fill(text.embedFailed, { message }) })
    })
    const reload = () => location.reload()
    window.addEventListener('hashchange', reload)
    return () => window.removeEventListener('hashchange', reload)
  }, [text, catalogue, labs])
  return shown
}

async function openProject(
  fragment: string,
  { text, catalogue }: Pick<EmbedProps, 'text' | 'catalogue'>,
): Promise<Shown> {
  const unpacked = await unpackProject(fragment, catalogue)
  if (unpacked.kind === 'refused')
    return { kind: 'refused', why: fill(text.refusedLink, { why: linkProblemText(unpacked.problem, text) }) }
  const { project, focus, name } = unpacked.shared
  const session = createLabSession({
    start: project,
    focus,
    load: loadWorkshop,
    schedule: (callback) => requestAnimationFrame(callback),
  })
  return { kind: 'project', session, name }
}
