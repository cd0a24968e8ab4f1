/** Underlines what TypeScript finds in a lab, in every file of it, whenever one of them has changed. */
import type * as api from 'monaco-editor/editor/editor.api'
import type { ModelEntries } from '../lab-models.ts'
import type { Monaco, TextModel } from '../workbench.ts'
import type { Problem } from './contract.ts'
import { rangeOf } from './open-labs.ts'
import type { OpenLab } from './types-client.ts'

const OWNER = 'typescript'
/** Long enough not to underline a word while it is being typed. */
const PAUSE_MS = 300

export interface ProblemMarkers {
  /** Looks again, after a pause without further calls. */
  readonly refresh: () => void
  readonly dispose: () => void
}

export function createProblemMarkers(monaco: Monaco, lab: OpenLab, models: () => ModelEntries): ProblemMarkers {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDisposed = false

  const check = async (model: TextModel) => {
    const version = model.getVersionId()
    const problems = await lab.types.problems(model.uri.path)
    // A newer text has its own check on the way.
    if (isDisposed || model.isDisposed() || model.getVersionId() !== version) return
    monaco.editor.setModelMarkers(
      model,
      OWNER,
      problems.map((problem) => toMarker(monaco, model, problem)),
    )
  }
  const checkAll = async () => {
    for (const [, model] of models()) if (!isDisposed) await check(model)
  }

  return {
    refresh: () => {
      clearTimeout(timer)
      timer = setTimeout(() => void checkAll(), PAUSE_MS)
    },
    dispose: () => {
      isDisposed = true
      clearTimeout(timer)
    },
  }
}

function toMarker(monaco: Monaco, model: TextModel, problem: Problem): api.editor.IMarkerData {
  const { MarkerSeverity, MarkerTag } = monaco
  const severities = { error: MarkerSeverity.Error, warning: MarkerSeverity.Warning, hint: MarkerSeverity.Hint }
  const tags = { unnecessary: [MarkerTag.Unnecessary], deprecated: [MarkerTag.Deprecated] }
  return {
    ...rangeOf(monaco, model, problem),
    severity: severities[problem.severity],
    message: problem.text,
    code: String(problem.code),
    source: 'TypeScript',
    tags: problem.tag === null ? [] : tags[problem.tag],
  }
}
