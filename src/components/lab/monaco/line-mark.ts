/** Marks one line of one file: the bar behind it and the sign at its edge. */
import type { FileLine } from './lab-editor.ts'
import type { LabModels } from './lab-models.ts'
import type { TextModel } from './workbench.ts'

interface LineMark {
  readonly show: (line: FileLine | null) => void
}

export function createLineMark(models: Pick<LabModels, 'entries'>): LineMark {
  let marked: { readonly model: TextModel; readonly ids: string[] } | null = null
  const clear = () => {
    if (marked !== null && !marked.model.isDisposed()) marked.model.deltaDecorations(marked.ids, [])
    marked = null
  }
  return {
    show: (line) => {
      clear()
      const model = models.entries().find(([file]) => file === line?.file)?.[1]
      if (line === null || model === undefined || line.line > model.getLineCount()) return
      marked = { model, ids: model.deltaDecorations([], [decoration(line.line)]) }
    },
  }
}

function decoration(line: number) {
  return {
    range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
    options: {
      description: 'line of the step',
      isWholeLine: true,
      className: 'step-line',
      linesDecorationsClassName: 'step-sign',
    },
  }
}
