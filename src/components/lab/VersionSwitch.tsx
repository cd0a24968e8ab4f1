/** Chooses the version of Dask that a project runs on. */
import { useId } from 'react'
import { useStore } from 'zustand'
import type { LabSession } from '../../lab/session.ts'
import { useLabStrings } from './lab-context.ts'

interface VersionSwitchProps {
  readonly session: LabSession
  readonly versions: readonly string[]
}

export function VersionSwitch({ session, versions }: VersionSwitchProps) {
  const strings = useLabStrings()
  const id = useId()
  const dask = useStore(session.store, ({ project }) => project.dask)
  return (
    <span className="version-switch">
      <label htmlFor={id}>{strings.daskVersion}</label>
      <select
        id={id}
        value={dask}
        onChange={(event) => session.change((project) => ({ ...project, dask: event.target.value }))}
      >
        {[...versions].sort(byRelease).map((version) => (
          <option key={version}>{version}</option>
        ))}
      </select>
    </span>
  )
}

function byRelease(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}
