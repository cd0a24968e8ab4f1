/** Shows the solution on request, beside the reader's own code. */
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { fill } from '../../../i18n/fill.ts'
import type { Lab } from '../../../lab/lab.ts'
import { type Files, projectOf } from '../../../lab/project.ts'
import type { LabSession } from '../../../lab/session.ts'
import { useLabStrings } from '../lab-context.ts'
import { loadKit } from '../load-lab-browser.ts'
import { SolutionDiff } from './SolutionDiff.tsx'

interface SolutionProps {
  readonly lab: Lab
  readonly session: LabSession
}

type Shown =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly files: Files }
  | { readonly kind: 'failed'; readonly message: string }

export function Solution({ lab, session }: SolutionProps) {
  const strings = useLabStrings()
  const panelId = useId()
  const own = useStore(session.store, ({ project }) => project.files)
  const [shown, setShown] = useState<Shown>({ kind: 'hidden' })

  const show = async () => {
    setShown({ kind: 'loading' })
    try {
      const { solution } = await loadKit(lab)
      setShown({ kind: 'shown', files: { ...lab.start, ...solution } })
    } catch (error) {
      setShown({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <div className="solution">
      <button
        type="button"
        className="button"
        aria-expanded={shown.kind !== 'hidden'}
        aria-controls={panelId}
        onClick={() => (shown.kind === 'hidden' ? void show() : setShown({ kind: 'hidden' }))}
      >
        {shown.kind === 'hidden' ? strings.showSolution : strings.hideSolution}
      </button>
      <div id={panelId} hidden={shown.kind === 'hidden'}>
        {shown.kind === 'loading' && <p>{strings.solutionLoading}</p>}
        {shown.kind === 'failed' && <p role="alert">{fill(strings.solutionFailed, { message: shown.message })}</p>}
        {shown.kind === 'shown' && (
          <SolutionDiff
            own={own}
            solution={shown.files}
            onTake={() => session.replace(projectOf(lab.config, shown.files))}
          />
        )}
      </div>
    </div>
  )
}
