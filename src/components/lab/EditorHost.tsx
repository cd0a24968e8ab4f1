/** Loads the editor when it is asked for, and says so where it cannot be had. */
import { type ComponentType, useEffect, useState } from 'react'
import type { Diagnostic } from '../../bundler/bundle-types.ts'
import { fill } from '../../i18n/fill.ts'
import type { Files, Lab } from '../../lab/lab.ts'
import { mountedPackages, type Package } from '../../lab/mount.ts'
import type { SourceLine } from '../../trace/model/places.ts'
import type { Place } from './CodePane.tsx'
import { useLab } from './lab-context.ts'
import { loadShelf } from './load-lab-browser.ts'
import type { CodeEditorProps } from './monaco/CodeEditor.tsx'

interface EditorHostProps {
  readonly lab: Lab
  readonly files: Files
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
      readonly packages: Readonly<Record<string, Package>>
    }
  | { readonly kind: 'failed'; readonly message: string }

export function EditorHost({ lab, ...rest }: EditorHostProps) {
  const { strings, showPlace } = useLab()
  const loading = useEditor(lab)
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
        <loading.Editor
          {...rest}
          labId={lab.id}
          packages={loading.packages}
          onOpen={({ file, line, column }) => showPlace(file, line, column)}
          texts={{ editorLabel: strings.editorLabel, editorHint: strings.editorHint }}
        />
      )
  }
}

/** Loaded here too, since a failure while the editor is rendered could not be told. */
async function preloadWorkbench(): Promise<void> {
  const { loadWorkbench } = await import('./monaco/load-workbench.ts')
  await loadWorkbench()
}

/** A failed load is tried again when the component is mounted anew, that is, when Edit is pressed again. */
function useEditor(lab: Lab): Loading {
  const [loading, setLoading] = useState<Loading>({ kind: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      const [{ CodeEditor }, shelf] = await Promise.all([
        import('./monaco/CodeEditor.tsx'),
        loadShelf(),
        preloadWorkbench(),
      ])
      if (isCurrent) setLoading({ kind: 'loaded', Editor: CodeEditor, packages: mountedPackages(lab.config, shelf) })
    }
    load().catch((error: unknown) => {
      if (isCurrent) setLoading({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
    })
    return () => {
      isCurrent = false
    }
  }, [lab])
  return loading
}
