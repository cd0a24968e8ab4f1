/** The playground: a workbench over a project that is free in every part. */
import { useEffect, useId, useState } from 'react'
import { useStore } from 'zustand'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { PlayStrings } from '../../../i18n/lab/play.en.ts'
import type { Catalogue } from '../../../lab/catalogue.ts'
import { playgroundWorkId } from '../../../lab/work.ts'
import { useOwnWork } from '../use-own-work.ts'
import { VersionSwitch } from '../VersionSwitch.tsx'
import { Workbench } from '../Workbench.tsx'
import { WorkNotice } from '../WorkNotice.tsx'
import { FileTools } from './FileTools.tsx'
import { LinkTools } from './LinkTools.tsx'
import type { ShownTemplate } from './load-play-browser.ts'
import { ProjectName } from './ProjectName.tsx'
import { SettingTools } from './SettingTools.tsx'
import { ShareTools } from './ShareTools.tsx'
import { useEdits } from './use-edits.ts'
import { useNaming } from './use-naming.ts'
import { type Opened, useOpened } from './use-opened.ts'

export interface TemplateName {
  readonly id: string
  readonly title: string
}

export interface PlaygroundProps {
  readonly strings: LabStrings
  readonly text: PlayStrings
  readonly catalogue: Catalogue
  readonly templates: readonly TemplateName[]
  /** What is open where the address asks for nothing else. */
  readonly first: ShownTemplate & { readonly id: string }
}

export function Playground({ strings, text, catalogue, templates, first }: PlaygroundProps) {
  const { opened, former, refusal, isOpening, openTemplate, goBack } = useOpened({ first, templates, catalogue, text })
  return (
    <div className="playground" aria-busy={isOpening}>
      <div className="play-bar">
        <TemplateChooser
          text={text}
          templates={templates}
          current={opened.origin.kind === 'template' ? opened.origin.id : null}
          onOpen={openTemplate}
        />
        {former !== null && (
          <button type="button" className="button" onClick={goBack}>
            {text.back}
          </button>
        )}
      </div>
      {refusal !== null && (
        <p className="play-refusal" role="alert">
          {refusal}
        </p>
      )}
      {/* What is begun on a project that is about to be replaced would be lost. */}
      <div inert={isOpening}>
        <OpenProject
          key={opened.number}
          {...{ opened, strings, text, catalogue }}
          usualName={usualName(opened, templates, text)}
        />
      </div>
    </div>
  )
}

interface TemplateChooserProps {
  readonly text: PlayStrings
  readonly templates: readonly TemplateName[]
  readonly current: string | null
  readonly onOpen: (id: string) => void
}

function TemplateChooser({ text, templates, current, onOpen }: TemplateChooserProps) {
  const id = useId()
  const [chosen, setChosen] = useState(current ?? templates[0]?.id ?? '')
  useEffect(() => {
    if (current !== null) setChosen(current)
  }, [current])
  const groups = [
    { label: text.templates, members: templates.filter((template) => !template.id.includes('/')) },
    { label: text.labs, members: templates.filter((template) => template.id.includes('/')) },
  ]
  return (
    <span className="template-chooser">
      <label htmlFor={id}>{text.startFrom}</label>
      <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {groups.map(({ label, members }) => (
          <optgroup key={label} label={label}>
            {members.map((template) => (
              <option key={template.id} value={template.id}>
                {template.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button type="button" className="button" onClick={() => onOpen(chosen)}>
        {text.open}
      </button>
    </span>
  )
}

/** What a project is called before its reader calls it something. */
function usualName({ workId }: Opened, templates: readonly TemplateName[], text: PlayStrings): string {
  const template = templates.find(({ id }) => workId === playgroundWorkId(id))
  return template?.title ?? (workId.startsWith('playground:link-') ? text.fromLinkName : text.unnamedProject)
}

interface OpenProjectProps extends Pick<PlaygroundProps, 'strings' | 'text' | 'catalogue'> {
  readonly opened: Opened
  readonly usualName: string
}

function OpenProject({ opened, usualName, strings, text, catalogue }: OpenProjectProps) {
  const { session, origin, number, workId, name, highlighted } = opened
  const ownWork = useOwnWork(session, workId, name)
  const naming = useNaming(ownWork, { usual: usualName, first: name })
  const phase = useStore(session.store, (state) => state.phase)
  const [said, setSaid] = useState<string | null>(null)
  // What was said holds until the next run says something.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the phase is what it waits for.
  useEffect(() => setSaid(null), [phase])
  const edits = useEdits(session, text, setSaid)
  const tools = { session, edits, text, say: setSaid }
  return (
    <Workbench
      id={`playground/${number}`}
      title={text.workbench}
      session={session}
      strings={strings}
      highlighted={highlighted}
      announcement={said}
      tools={
        <>
          <VersionSwitch session={session} versions={catalogue.versions} />
          <ShareTools
            session={session}
            text={text}
            naming={naming}
            lab={origin.kind === 'template' && origin.id.includes('/') ? origin.id : null}
            say={setSaid}
          />
        </>
      }
      notice={
        <>
          <ProjectName naming={naming} text={text} />
          <WorkNotice ownWork={ownWork} strings={strings} />
          {origin.kind === 'link' && (
            <p className="play-notice">
              {text.fromLink} {text.fromLinkRuns}
            </p>
          )}
          {/* biome-ignore lint/a11y/useSemanticElements: it is no form's part. */}
          <div className="project-tools" role="group" aria-label={text.changeFiles}>
            <FileTools {...tools} />
            <details>
              <summary>{text.more}</summary>
              <div className="project-settings">
                <LinkTools session={session} edits={edits} text={text} />
                <SettingTools session={session} edits={edits} text={text} packages={catalogue.packages} />
              </div>
            </details>
          </div>
        </>
      }
    />
  )
}
