/** The editor of a lab: Monaco with the reader's files, and types for the packages that the lab mounts. */
import { Editor } from '@monaco-editor/react'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Diagnostic } from '../../../bundler/bundle-types.ts'
import { fill } from '../../../i18n/fill.ts'
import type { Files } from '../../../lab/project.ts'
import { FIXED_OPTIONS, pageOptions } from './editor-options.ts'
import { createLabEditor, type FileLine, type FilePlace, type LabEditor, type Surroundings } from './lab-editor.ts'
import { loadWorkbench } from './load-workbench.ts'
import { filePath, labRoot, languageOf } from './paths.ts'
import { useCodeMetrics } from './use-code-metrics.ts'
import type { Workbench } from './workbench.ts'

/** To be rendered into a positioned box of the size that the editor is to have. */
export interface CodeEditorProps {
  /** Names the lab on its page, e.g. `impossible-error/register`. */
  readonly labId: string
  readonly files: Files
  readonly activeFile: string
  /** Where types come from. A new object is taken over, and leaves cursors and undo as they are. */
  readonly surroundings: Surroundings
  /** What the bundler found. */
  readonly diagnostics: readonly Diagnostic[]
  /** Shown and focused whenever a new object is given. */
  readonly place: FilePlace | null
  /** A line to be marked, and brought into view whenever a new object is given. The focus stays where it is. */
  readonly mark?: FileLine | null
  /** `editorLabel` names the editor and has a place `{file}`. */
  readonly texts: { readonly editorLabel: string; readonly editorHint: string }
  readonly onEdit: (file: string, text: string) => void
  readonly onRun: () => void
  /** Escape was pressed with nothing open: the focus is to go elsewhere. */
  readonly onLeave: () => void
  readonly onReady: () => void
  /** A definition in another of the reader's files is to be shown. Without it the editor shows it in place. */
  readonly onOpen?: (place: FilePlace) => void
}

/** The code that the page shows until then lies under it, so that nothing moves and no box scrolls when one takes the other's place. */
const OVER_THE_CODE = { position: 'absolute', inset: 0 } as const

export function CodeEditor(props: CodeEditorProps) {
  const workbench = useWorkbench()
  return workbench === null ? null : <MountedEditor key={props.labId} {...props} workbench={workbench} />
}

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly workbench: Workbench }
  | { readonly kind: 'failed'; readonly error: unknown }

function useWorkbench(): Workbench | null {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const set = (next: Loading) => {
      if (isCurrent) setLoading(next)
    }
    loadWorkbench().then(
      (workbench) => set({ kind: 'loaded', workbench }),
      (error: unknown) => set({ kind: 'failed', error }),
    )
    return () => {
      isCurrent = false
    }
  }, [])
  if (loading.kind === 'failed') throw loading.error
  return loading.kind === 'loaded' ? loading.workbench : null
}

function MountedEditor({ workbench, ...props }: CodeEditorProps & { readonly workbench: Workbench }) {
  const { labId, files, activeFile, surroundings, diagnostics, place, mark = null, texts } = props
  const box = useRef<HTMLDivElement>(null)
  const lab = useRef<LabEditor>(null)
  const [isReady, setIsReady] = useState(false)
  const metrics = useCodeMetrics(box)
  // The editor outlives a render: what it calls is looked up at the call.
  const latest = useRef(props)
  latest.current = props
  const root = labRoot(labId)

  // In the layout phase, so that the models are there before the editor looks for them.
  useLayoutEffect(() => {
    const { files, surroundings } = latest.current
    const created = createLabEditor(workbench, {
      root,
      sources: { files, ...surroundings },
      onEdit: (file, text) => latest.current.onEdit(file, text),
      onRun: () => latest.current.onRun(),
      onLeave: () => latest.current.onLeave(),
      onOpen: (target) => {
        latest.current.onOpen?.(target)
        return latest.current.onOpen !== undefined
      },
    })
    lab.current = created
    return () => {
      lab.current = null
      created.dispose()
    }
  }, [workbench, root])
  useLayoutEffect(() => lab.current?.update(files), [files])

  // Those that it was opened with it has already.
  const settled = useRef(surroundings)
  useEffect(() => {
    if (settled.current !== surroundings) lab.current?.configure(surroundings)
    settled.current = surroundings
  }, [surroundings])

  useEffect(() => lab.current?.showDiagnostics(diagnostics), [diagnostics])
  useEffect(() => {
    if (isReady && place !== null && place.file === activeFile) lab.current?.show(place)
  }, [isReady, place, activeFile])
  // After `activeFile`, so that the editor already shows the file of the line.
  useEffect(() => {
    if (isReady) lab.current?.mark(mark, activeFile)
  }, [isReady, mark, activeFile])

  const ariaLabel = fill(texts.editorLabel, { file: activeFile })
  // A new object would be applied anew, and undo what the editor itself has set since.
  const options = useMemo(
    () => metrics && { ...FIXED_OPTIONS, ...pageOptions(metrics), ariaLabel },
    [metrics, ariaLabel],
  )
  return (
    <div ref={box} className="code-editor" style={OVER_THE_CODE}>
      {options && (
        <Editor
          path={workbench.monaco.Uri.from({ scheme: 'file', path: filePath(root, activeFile) }).toString()}
          language={languageOf(activeFile)}
          theme={workbench.theme()}
          options={options}
          keepCurrentModel
          loading={null}
          onMount={(editor) => {
            lab.current?.attach(editor, box.current?.closest('section, [role="region"]') ?? document.body)
            setIsReady(true)
            latest.current.onReady()
          }}
        />
      )}
    </div>
  )
}
