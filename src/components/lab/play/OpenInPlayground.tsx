/** A link to the playground that carries the project as it is at the moment. */
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { isSameProject, type Project } from '../../../lab/project.ts'
import type { LabSession } from '../../../lab/session.ts'
import { packProject, type Shared } from '../../../lab/share.ts'
import { pageAddress } from '../../../site/page-address-browser.ts'
import { templateFragment } from './play-fragment.ts'

interface OpenInPlaygroundProps {
  readonly session: LabSession
  /** The template that is the untouched project; null where there is none. */
  readonly template: string | null
  readonly label: string
  readonly name?: string | null
}

export function OpenInPlayground({ session, template, label, name = null }: OpenInPlaygroundProps) {
  const project = useStore(session.store, (state) => state.project)
  const focus = useStore(session.store, (state) => state.activeFile)
  // Only the browser knows where the site lies.
  const [address, setAddress] = useState<string>()

  useEffect(() => {
    let isCurrent = true
    const update = async () => {
      const fragment = await fragmentOf({ project, focus, name }, session.start, template)
      if (isCurrent) setAddress(fragment === null ? undefined : pageAddress('playground/', fragment))
    }
    void update()
    return () => {
      isCurrent = false
    }
  }, [project, focus, session, template, name])

  return (
    <a className="button" href={address}>
      {label}
    </a>
  )
}

/** Null for a project that is too large for a link. */
async function fragmentOf(shared: Shared, start: Project, template: string | null): Promise<string | null> {
  if (template !== null && isSameProject(shared.project, start)) return templateFragment(template)
  const packed = await packProject(shared)
  return packed.kind === 'packed' ? packed.fragment : null
}
