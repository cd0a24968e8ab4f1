/** Loads the editor when it is asked for, and says so where it cannot be had. */
import { type ComponentType, useEffect, useMemo, useState } from 'react'
import type { Diagnostic } from '../../bundler/bundle-types.ts'
import { fill } from '../../i18n/fill.ts'
import { mountedPackages, type PackageShelf } from '../../lab/mount.ts'
import type { Project } from '../../lab/project.ts'
import type { SourceLine } from '../../trace/model/places.ts'
import type { Place } from './CodePane.tsx'
import { useLab } from './lab-context.ts'
import { loadShelf } from './load-lab-browser.ts'
import type { CodeEditorProps } from './monaco/CodeEditor.tsx'

interface EditorHostProps {
  readonly id: string
  readonly project: Project
  readonly activeFile: string
  readonly diagnostics: readonly Diagnostic[]
  readonly place: Place | null
  readonly mark: SourceLine | null
  readonly onEdit: (file: string, text: string) => void
  readonly onRun: () => void
  readonly onLeave: () => void
  readonly onReady: () => void
}

type Loading =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'loaded'
      readonly Editor: ComponentType<CodeEditorProps>
      readonly shelf: PackageShelf
    }
  | { readonly kind: 'failed'; readonly message: string }

export function EditorHost({ id, project, ...rest }: EditorHostProps) {
  const { strings, showPlace } = useLab()
  const loading = useEditor()
  switch (loading.kind) {
    case 'loading':
      return <p className="editor-note">{strings.editorLoading}</p>
    case 'failed':
      return (
        <p className="editor-note" role="alert">
          {fill(strings.editorFailed, { message: loading.message })}
        </p>
      )
    case 'loaded':
      return (
        <LoadedEditor
          {...rest}
          {...loading}
          labId={id}
          project={project}
          onOpen={({ file, line, column }) => showPlace(file, line, column)}
          texts={{ editorLabel: strings.editorLabel, editorHint: strings.editorHint }}
        />
      )
  }
}

interface LoadedEditorProps extends Omit<CodeEditorProps, 'files' | 'surroundings'> {
  readonly project: Project
  readonly Editor: ComponentType<CodeEditorProps>
  readonly shelf: PackageShelf
}

function LoadedEditor({ project, shelf, Editor, ...rest }: LoadedEditorProps) {
  const { dask, packages, links, build } = project
  // Files change with every key: the rest of the project is the same object as long as it is the same.
  const mounted = useMemo(() => mountedPackages({ dask, packages }, shelf), [dask, packages, shelf])
  const surroundings = useMemo(() => ({ packages: mounted, links, build }), [mounted, links, build])
  return <Editor {...rest} files={project.files} surroundings={surroundings} />
}

/** Loaded here too, since a failure while the editor is rendered could not be told. */
async function preloadWorkbench(): Promise<void> {
  const { loadWorkbench } = await import('./monaco/load-workbench.ts')
  await loadWorkbench()
}

/** A failed load is tried again when the component is mounted anew, that is, when Edit is pressed again. */
function useEditor(): Loading {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      const [{ CodeEditor }, shelf] = await Promise.all([
        import('./monaco/CodeEditor.tsx'),
        loadShelf(),
        preloadWorkbench(),
      ])
      if (isCurrent) setLoading({ kind: 'loaded', Editor: CodeEditor, shelf })
    }
    load().catch((error: unknown) => {
      if (isCurrent) setLoading({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    })
    return () => {
      isCurrent = false
    }
  }, [])
  return loading
}
