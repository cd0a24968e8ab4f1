/** Keeps one text model for each of the reader's files, in step with the session in both directions. */
import type { Files } from '../../../lab/project.ts'
import { createEchoFilter } from './echo-filter.ts'
import { filePath, languageOf } from './paths.ts'
import { textChange } from './text-change.ts'
import type { Monaco, TextModel } from './workbench.ts'

export type ModelEntries = readonly (readonly [file: string, model: TextModel])[]

export interface LabModels {
  /** Takes over what changed outside the editor, as edits that can be undone. */
  readonly update: (files: Files) => void
  /** The reader's files as the editor has them. */
  readonly texts: () => Files
  readonly entries: () => ModelEntries
  readonly dispose: () => void
}

interface Options {
  readonly root: string
  readonly files: Files
  /** By the reader's own hand: `update` does not come back here. */
  readonly onEdit: (file: string, text: string) => void
  readonly onChange: () => void
}

export function createLabModels(monaco: Monaco, { root, files, onEdit, onChange }: Options): LabModels {
  const models = new Map<string, TextModel>()
  const echoes = createEchoFilter()
  let isUpdating = false

  const add = (file: string, text: string) => {
    const uri = monaco.Uri.from({ scheme: 'file', path: filePath(root, file) })
    const model = monaco.editor.createModel(text, languageOf(file), uri)
    // A short text would get the line ends of the reader's system.
    model.setEOL(monaco.editor.EndOfLineSequence.LF)
    model.updateOptions({ tabSize: 2, insertSpaces: true })
    model.onDidChangeContent(() => {
      onChange()
      if (isUpdating) return
      const edited = model.getValue()
      echoes.sent(file, edited)
      onEdit(file, edited)
    })
    models.set(file, model)
  }

  const replace = (model: TextModel, text: string) => {
    const change = textChange(model.getValue(), text)
    if (change === null) return
    const range = monaco.Range.fromPositions(model.getPositionAt(change.start), model.getPositionAt(change.end))
    model.pushStackElement()
    model.pushEditOperations([], [{ range, text: change.text }], () => null)
    model.pushStackElement()
  }

  const update = (next: Files) => {
    isUpdating = true
    for (const [file, text] of Object.entries(next)) {
      const model = models.get(file)
      const isNews = echoes.isNews(file, text)
      if (model === undefined) add(file, text)
      else if (isNews) replace(model, text)
    }
    for (const [file, model] of models) {
      if (next[file] !== undefined) continue
      model.dispose()
      models.delete(file)
    }
    isUpdating = false
  }
  update(files)

  return {
    update,
    texts: () => Object.fromEntries([...models].map(([file, model]) => [file, model.getValue()])),
    entries: () => [...models],
    dispose: () => {
      for (const model of models.values()) model.dispose()
      models.clear()
    },
  }
}
