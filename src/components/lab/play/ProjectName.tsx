/** The field with the project's name: it can be changed at any time, and left empty it is the default again. */
import { useId, useState } from 'react'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import { MAX_NAME } from '../../../lab/work.ts'
import type { Naming } from './use-naming.ts'

interface ProjectNameProps {
  readonly naming: Naming
  readonly text: PlayStrings
}

export function ProjectName({ naming, text }: ProjectNameProps) {
  const id = useId()
  // While the reader writes, also nothing and a blank at the end stay as they are.
  const [written, setWritten] = useState<string | null>(null)
  return (
    <p className="project-name">
      <label htmlFor={id}>{text.projectName}</label>
      <input
        id={id}
        type="text"
        value={written ?? naming.shown}
        placeholder={naming.usual}
        maxLength={MAX_NAME}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => {
          setWritten(target.value)
          naming.rename(target.value)
        }}
        onBlur={() => setWritten(null)}
      />
    </p>
  )
}
