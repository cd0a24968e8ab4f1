/** The reader's files: highlighted text from the server until Edit is pressed, then the editor, in the same box. */
import { useEffect, useRef, useState } from 'react'
import type { Diagnostic } from '../../bundler/bundle-types.ts'
import { fill } from '../../i18n/fill.ts'
import type { Lab } from '../../lab/lab.ts'
import type { LabState } from '../../lab/session.ts'
import type { SourceLine } from '../../trace/model/places.ts'
import { EditorHost } from './EditorHost.tsx'
import { useLabStrings } from './lab-context.ts'
import { Tabs } from './Tabs.tsx'

/** A place in a file, to be shown. A new object asks anew. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

interface CodePaneProps {
  readonly lab: Lab
  readonly state: LabState
  readonly highlighted: readonly string[]
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

export function CodePane({ lab, state, highlighted, isEditing, place, mark, onSelect, onEdit, onRun }: CodePaneProps) {
  const strings = useLabStrings()
  const [isReady, setIsReady] = useState(false)
  const { activeFile, files } = state
  const lines = Math.max(...Object.values(lab.start).map((text) => text.split('\n').length))
  const rows = Math.min(ROWS.most, Math.max(ROWS.least, lines))
  // Leaving the editor lands behind it, so that the next Tab goes on to the results instead of back in.
  const hint = useRef<HTMLParagraphElement>(null)
  const isChanged = (file: string) => files[file] !== lab.start[file]

  return (
    <div className="code-pane">
      <Tabs
        idPrefix={`${lab.id.replace('/', '-')}-file`}
        label={strings.files}
        className="code-tabs"
        selected={activeFile}
        onSelect={onSelect}
        tabs={lab.config.files.map((file) => ({
          id: file,
          label: (
            <>
              {file}
              {isChanged(file) && <span className="edited-mark"> ({strings.editedMark})</span>}
            </>
          ),
        }))}
      >
        <div className="code-box" style={{ '--rows': rows }} data-editing={isEditing && isReady}>
          {!(isEditing && isReady) && (
            <StaticCode lab={lab} files={files} file={activeFile} highlighted={highlighted} mark={mark} />
          )}
          {isEditing && (
            <EditorHost
              lab={lab}
              files={files}
              activeFile={activeFile}
              diagnostics={diagnosticsOf(state)}
              place={place}
              mark={mark}
              onEdit={onEdit}
              onRun={onRun}
              onLeave={() => hint.current?.focus()}
              onReady={() => setIsReady(true)}
            />
          )}
        </div>
      </Tabs>
      {isEditing && (
        <p className="editor-hint" ref={hint} tabIndex={-1}>
          {strings.editorHint}
        </p>
      )}
    </div>
  )
}

interface StaticCodeProps {
  readonly lab: Lab
  readonly files: Readonly<Record<string, string>>
  readonly file: string
  readonly highlighted: readonly string[]
  readonly mark: SourceLine | null
}

/** All files lie in the page, hidden but for the open one, so that switching needs nothing from the server. */
function StaticCode({ lab, files, file, highlighted, mark }: StaticCodeProps) {
  const strings = useLabStrings()
  return lab.config.files.map((name, index) => (
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
      {files[name] === lab.start[name] ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own build highlighted our own file.
        <div dangerouslySetInnerHTML={{ __html: highlighted[index] ?? '' }} />
      ) : (
        <pre>
          <code>{files[name]}</code>
        </pre>
      )}
      {mark?.file === name && <LineMark mark={mark} />}
    </div>
  ))
}

/** A bar behind one line, scrolled into view inside the code alone: the page stays where it is. */
function LineMark({ mark }: { readonly mark: SourceLine }) {
  const bar = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each mark is to be seen, also one of the same line.
  useEffect(() => {
    const box = bar.current?.parentElement
    if (bar.current === null || !box) return
    const { offsetTop, offsetHeight } = bar.current
    const isInView = offsetTop >= box.scrollTop && offsetTop + offsetHeight <= box.scrollTop + box.clientHeight
    if (!isInView) box.scrollTop = offsetTop - box.clientHeight / 2
  }, [mark])
  return (
    <div ref={bar} className="line-mark" style={{ '--line': mark.line }} data-line={mark.line} aria-hidden="true" />
  )
}

function diagnosticsOf({ phase, bundle, isEdited }: LabState): readonly Diagnostic[] {
  // After an edit the places no longer hold.
  if (isEdited) return []
  return phase.kind === 'rejected' ? phase.diagnostics : (bundle?.warnings ?? [])
}
