/** The packages beside the project and the build settings. What can be taken is taken at once; what cannot is said where it stands. */
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import type { Project } from '../../../lab/project.ts'
import { setBuild, setPackages } from '../../../lab/project-edits.ts'
import type { LabSession } from '../../../lab/session.ts'
import { Field } from './Field.tsx'
import { fromAliasLines, fromLines, toAliasLines, toLines } from './setting-lines.ts'
import type { Edits } from './use-edits.ts'

interface SettingToolsProps {
  readonly session: LabSession
  readonly edits: Edits
  readonly text: PlayStrings
  /** Packages that can be had besides `distributed`. */
  readonly packages: readonly string[]
}

type Build = Project['build']

export function SettingTools({ session, edits, text, packages }: SettingToolsProps) {
  const project = useStore(session.store, (state) => state.project)
  const { build } = project
  const make = (change: Partial<Build>) => edits.make((current) => setBuild(current, { ...current.build, ...change }))
  const choose = (name: string, isWanted: boolean) =>
    edits.make((current) => {
      const others = current.packages.filter((other) => other !== name)
      return setPackages(current, isWanted ? [...others, name] : others)
    })
  return (
    <>
      <section>
        <h4>{text.packages}</h4>
        {packages.map((name) => (
          <Choice
            key={name}
            label={name}
            isChosen={project.packages.includes(name)}
            onChoose={(isWanted) => choose(name, isWanted)}
          />
        ))}
        <p className="quiet">{text.packageAlways}</p>
      </section>
      <section>
        <h4>{text.settings}</h4>
        <Choice
          label={text.preserveSymlinks}
          isChosen={build.preserveSymlinks}
          onChoose={(preserveSymlinks) => make({ preserveSymlinks })}
        />
        <Setting
          label={text.conditions}
          hint={text.conditionsHint}
          kept={toLines(build.conditions)}
          onChange={(lines) => make({ conditions: fromLines(lines) })}
        />
        <Setting
          label={text.alias}
          hint={text.aliasHint}
          kept={toAliasLines(build.alias)}
          onChange={(lines) => make({ alias: fromAliasLines(lines) })}
        />
        <Setting
          label={text.external}
          hint={text.externalHint}
          kept={toLines(build.external)}
          onChange={(lines) => make({ external: fromLines(lines) })}
        />
      </section>
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly isChosen: boolean
  readonly onChoose: (isWanted: boolean) => void
}

function Choice({ label, isChosen, onChoose }: ChoiceProps) {
  const id = useId()
  return (
    <p className="choice">
      <input id={id} type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
      <label htmlFor={id}>{label}</label>
    </p>
  )
}

interface SettingProps {
  readonly label: string
  readonly hint: string
  /** What the project has. */
  readonly kept: string
  /** Gives the words for a refusal. */
  readonly onChange: (lines: string) => string | null
}

/** While it is written it stays as it is written; the project has the last form that could be taken. */
function Setting({ label, hint, kept, onChange }: SettingProps) {
  const [written, setWritten] = useState(kept)
  const [problem, setProblem] = useState<string | null>(null)
  // A reset or an undo gives the project another setting than the one written here.
  const lines = problem === null && normal(written) !== normal(kept) ? kept : written
  const change = (next: string) => {
    setWritten(next)
    setProblem(onChange(next))
  }
  return (
    <>
      <Field label={label} hint={hint} value={lines} isInvalid={problem !== null} isList onChange={change} />
      {problem !== null && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

function normal(lines: string): string {
  return toLines(fromLines(lines).map((line) => line.replace(/\s*=\s*/, ' = ')))
}
