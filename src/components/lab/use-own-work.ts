/** Brings in what keeps a session's work, once the workbench is there. */
import { useEffect, useState } from 'react'
import type { Keeper } from '../../lab/keep-work.ts'
import type { LabSession } from '../../lab/session.ts'
import type { WorkId } from '../../lab/work.ts'

export type OwnWork =
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly keeper: Keeper }
  /** The part of the site that keeps work could not be loaded. */
  | { readonly kind: 'missing' }

/** @param name what it is called until the reader says otherwise; null for what has no name of its own */
export function useOwnWork(session: LabSession, id: WorkId, name: string | null = null): OwnWork {
  const [ownWork, setOwnWork] = useState<OwnWork>({ kind: 'loading' })
  useEffect(() => {
    let keeper: Keeper | null = null
    let isGone = false
    import('./keep-on-page-browser.ts').then(
      ({ keepOnPage }) => {
        if (isGone) return
        keeper = keepOnPage({ id, session, name })
        setOwnWork({ kind: 'open', keeper })
      },
      () => setOwnWork({ kind: 'missing' }),
    )
    return () => {
      isGone = true
      keeper?.dispose()
    }
  }, [session, id, name])
  return ownWork
}
