/** The reader's files: highlighted text from the server until Edit is pressed, then the editor, in the same box. */
import { Fragment, type KeyboardEvent, type Ref, useId, useRef, useState } from 'react'
import type { Diagnostic } from '../../bundler/bundle-types.ts'
import { fill } from '../../i18n/fill.ts'
import type { Files } from '../../lab/project.ts'
import type { LabState } from '../../lab/session.ts'
import { siteRoot } from '../../site/site-root-browser.ts'
import type { SourceLine } from '../../trace/model/places.ts'
import { EditorHost } from './EditorHost.tsx'
import { chooseEditor } from './editor-choice-browser.ts'
import { LineMark } from './LineMark.tsx'
import { useLabStrings } from './lab-context.ts'
import { PlainEditor } from './PlainEditor.tsx'
import { Tabs } from './Tabs.tsx'
import { useEditorChoice } from './use-editor-choice.ts'

/** A place in a file, to be shown. A new object asks anew. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

interface CodePaneProps {
  readonly id: string
  /** The files as they were given, untouched. */
  readonly start: Files
  readonly state: LabState
  /** By file, for the files of the start. */
  readonly highlighted: Readonly<Record<string, string>>
  readonly isEditing: boolean
  readonly place: Place | null
  /** The line that belongs to what is looked at in the results. */
  readonly mark: SourceLine | null
  readonly onSelect: (file: string) => void
  readonly onEdit: (file: string, text: string) => void
  readonly onRun: () => void
}

/** Rows of the code box: as many as the longest file has, within what fits on a screen. */
const ROWS = { least: 12, most: 26 }

export function CodePane(props: CodePaneProps) {
  const { id, start, state, highlighted, isEditing, place, mark, onSelect, onEdit, onRun } = props
  const strings = useLabStrings()
  const [isReady, setIsReady] = useState(false)
  const { activeFile, project } = state
  const { files } = project
  const lines = Math.max(...Object.values(start).map((text) => text.split('\n').length))
  const rows = Math.min(ROWS.most, Math.max(ROWS.least, lines))
  // Leaving the editor lands behind it, so that the next Tab goes on to the results instead of back in.
  const hint = useRef<HTMLParagraphElement>(null)
  const choice = useEditorChoice()
  const isFull = isEditing && choice === 'full'
  const leave = () => hint.current?.focus()
  const help = useRef<HTMLAnchorElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F1' || !event.altKey) return
    event.preventDefault()
    help.current?.click()
  }
  const isChanged = (file: string) => files[file] !== start[file]

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key belongs to what is focused in here.
    <div className="code-pane" onKeyDown={onKeyDown}>
      <Tabs
        idPrefix={`${id.replace('/', '-')}-file`}
        label={strings.files}
        className="code-tabs"
        selected={activeFile}
        onSelect={onSelect}
        tabs={Object.keys(files).map((file) => ({
          id: file,
          label: (
            <>
              {file}
              {isChanged(file) && <span className="edited-mark"> ({strings.editedMark})</span>}
            </>
          ),
        }))}
      >
        <div
          className="code-box"
          style={{ '--rows': rows }}
          data-editing={isEditing && (isReady || choice === 'plain')}
        >
          {isEditing && choice === 'plain' && (
            <PlainEditor
              key={activeFile}
              file={activeFile}
              text={files[activeFile] ?? ''}
              place={place}
              mark={mark}
              onEdit={onEdit}
              onLeave={leave}
            />
          )}
          {!(isFull && isReady) && !(isEditing && choice === 'plain') && (
            <StaticCode start={start} files={files} file={activeFile} highlighted={highlighted} mark={mark} />
          )}
          {isFull && (
            <EditorHost
              id={id}
              project={project}
              activeFile={activeFile}
              diagnostics={diagnosticsOf(state)}
              place={place}
              mark={mark}
              onEdit={onEdit}
              onRun={onRun}
              onLeave={leave}
              onReady={() => setIsReady(true)}
            />
          )}
        </div>
      </Tabs>
      {isEditing && (
        <p className="editor-hint" ref={hint} tabIndex={-1}>
          {choice === 'plain' ? strings.plainEditorHint : strings.editorHint}{' '}
          <EditorChoiceBox isPlain={choice === 'plain'} /> <KeyboardHelp link={help} />
        </p>
      )}
    </div>
  )
}

function EditorChoiceBox({ isPlain }: { readonly isPlain: boolean }) {
  const strings = useLabStrings()
  const id = useId()
  return (
    <span className="editor-choice">
      <input
        id={id}
        type="checkbox"
        checked={isPlain}
        onChange={(event) => chooseEditor(event.target.checked ? 'plain' : 'full')}
      />
      <label htmlFor={id}>{strings.plainEditor}</label>
    </span>
  )
}

/** In a tab of its own, so that what is being edited stays as it is. */
function KeyboardHelp({ link }: { readonly link: Ref<HTMLAnchorElement> }) {
  const strings = useLabStrings()
  return (
    <a ref={link} href={new URL(strings.keyboardPage, siteRoot()).href} target="_blank" rel="noopener">
      {strings.keyboardHelp}
    </a>
  )
}

interface StaticCodeProps {
  readonly start: Files
  readonly files: Files
  readonly file: string
  readonly highlighted: Readonly<Record<string, string>>
  readonly mark: SourceLine | null
}

/** All files lie in the page, hidden but for the open one, so that switching needs nothing from the server. */
function StaticCode({ start, files, file, highlighted, mark }: StaticCodeProps) {
  const strings = useLabStrings()
  return Object.entries(files).map(([name, text]) => (
    // biome-ignore lint/a11y/useSemanticElements: a <section> would make each file a landmark.
    <div
      key={name}
      className="static-code"
      hidden={name !== file}
      role="group"
      aria-label={fill(strings.codeLabel, { file: name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      {text === start[name] && highlighted[name] !== undefined ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own build highlighted our own file.
        <div dangerouslySetInnerHTML={{ __html: highlighted[name] }} />
      ) : (
        <pre>
          <code>
            {text
              .trimEnd()
              .split('\n')
              .map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
                <Fragment key={index}>
                  {index > 0 && '\n'}
                  <span className="line">{line}</span>
                </Fragment>
              ))}
          </code>
        </pre>
      )}
      {mark?.file === name && <LineMark mark={mark} />}
    </div>
  ))
}

function diagnosticsOf({ phase, bundle, isEdited }: LabState): readonly Diagnostic[] {
  // After an edit the places no longer hold.
  if (isEdited) return []
  return phase.kind === 'rejected' ? phase.diagnostics : (bundle?.warnings ?? [])
}
