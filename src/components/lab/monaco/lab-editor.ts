/** One lab's editor from the moment it opens until it closes: its models, its types, its markers, its keys. */
import type { IPosition, IRange, Uri } from 'monaco-editor/editor/editor.api'
import type { Diagnostic } from '../../../bundler/bundle-types.ts'
import type { Files } from '../../../lab/project.ts'
import { markDiagnostics } from './bundler-markers.ts'
import { addKeys } from './editor-keys.ts'
import { createLabModels } from './lab-models.ts'
import { createLineMark } from './line-mark.ts'
import { ownFile } from './paths.ts'
import type { LabSources } from './types/contract.ts'
import { createProblemMarkers } from './types/problem-markers.ts'
import type { CodeEditorInstance, Workbench } from './workbench.ts'

/** Counts from 1, columns in UTF-16 units. */
export interface FilePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

export type FileLine = Pick<FilePlace, 'file' | 'line'>

/** All that decides what the files' imports mean, besides the files. */
export type Surroundings = Omit<LabSources, 'files'>

export interface LabEditor {
  /** Takes over what changed outside of the editor. */
  readonly update: (files: Files) => void
  /** Takes over other packages, symlinks and build settings: imports may mean other modules now. */
  readonly configure: (surroundings: Surroundings) => void
  /** @param region whose focus the editor may take: the reader is still where they asked for it */
  readonly attach: (editor: CodeEditorInstance, region: Element) => void
  readonly show: (place: FilePlace) => void
  /** Marks one line in place of the one marked before; null for none. Brings it into view where its file is the open one. */
  readonly mark: (line: FileLine | null, activeFile: string) => void
  readonly showDiagnostics: (diagnostics: readonly Diagnostic[]) => void
  readonly dispose: () => void
}

interface Options {
  readonly root: string
  readonly sources: LabSources
  readonly onEdit: (file: string, text: string) => void
  readonly onRun: () => void
  readonly onLeave: () => void
  /** Whether another of the reader's files is opened elsewhere; if not, it is shown in place. */
  readonly onOpen: (place: FilePlace) => boolean
}

export function createLabEditor({ monaco, labs }: Workbench, options: Options): LabEditor {
  const { root, sources, onEdit, onRun, onLeave, onOpen } = options
  const lab = labs.open(root, sources)
  const markers = createProblemMarkers(monaco, lab, () => models.entries())
  const models = createLabModels(monaco, {
    root,
    files: sources.files,
    onEdit,
    onChange: () => {
      lab.write(models.texts())
      markers.refresh()
    },
  })
  markers.refresh()
  const stepMark = createLineMark(models)
  let editor: CodeEditorInstance | null = null

  const opener = monaco.editor.registerEditorOpener({
    openCodeEditor: (source, resource, target) => {
      if (source === editor && source?.getModel()?.uri.toString() !== resource.toString())
        openElsewhere(resource, target)
      // Whoever says that it opened something gets the target's range marked in the file that is still shown.
      return false
    },
  })
  const openElsewhere = (resource: Uri, target: IRange | IPosition = { lineNumber: 1, column: 1 }) => {
    const file = ownFile(root, models.texts(), resource.path)
    const line = 'lineNumber' in target ? target.lineNumber : target.startLineNumber
    const column = 'lineNumber' in target ? target.column : target.startColumn
    if (file !== null && onOpen({ file, line, column })) return
    editor?.trigger('opener', 'editor.action.peekDefinition', null)
  }

  return {
    update: (files) => {
      models.update(files)
      lab.write(models.texts())
      // A file that came or went may be what another one imports.
      markers.refresh()
    },
    configure: (surroundings) => {
      lab.reopen({ ...surroundings, files: models.texts() })
      markers.refresh()
    },
    attach: (mounted, region) => {
      editor = mounted
      addKeys(monaco, mounted, { onRun, onLeave })
      const focused = document.activeElement
      if (focused === null || focused === document.body || region.contains(focused)) mounted.focus()
    },
    show: ({ line, column }) => {
      const position = editor?.getModel()?.validatePosition({ lineNumber: line, column })
      if (editor === null || position === undefined) return
      editor.setPosition(position)
      editor.revealPositionInCenterIfOutsideViewport(position)
      editor.focus()
    },
    mark: (line, activeFile) => {
      stepMark.show(line)
      if (line?.file === activeFile) editor?.revealLineInCenterIfOutsideViewport(line.line)
    },
    showDiagnostics: (diagnostics) => markDiagnostics(monaco, models.entries(), diagnostics),
    dispose: () => {
      editor = null
      opener.dispose()
      markers.dispose()
      models.dispose()
      lab.close()
    },
  }
}
