/** The labs whose editors are open: which lab a model belongs to, and a model for any file of a lab's disk. */

import { languageOf } from '../paths.ts'
import type { Monaco, TextModel } from '../workbench.ts'
import type { LabSources, Span } from './contract.ts'
import type { OpenLab, TypesClient } from './types-client.ts'

export interface OpenLabs {
  readonly open: (root: string, sources: LabSources) => OpenLab
  readonly labOf: (model: TextModel) => OpenLab | undefined
  /** The place of a span; loads the file where it is none of the reader's. */
  readonly locate: (lab: OpenLab, span: Span) => Promise<{ readonly model: TextModel; readonly range: RangeOf } | null>
}

type RangeOf = InstanceType<Monaco['Range']>

export function createOpenLabs(monaco: Monaco, client: TypesClient): OpenLabs {
  const labs = new Map<string, OpenLab>()
  const foreign = new Map<string, Set<TextModel>>()

  const modelAt = async (lab: OpenLab, path: string): Promise<TextModel | null> => {
    const uri = monaco.Uri.from({ scheme: 'file', path: isUnder(lab.root, path) ? path : `${lab.root}${path}` })
    const present = monaco.editor.getModel(uri)
    if (present !== null) return present
    const text = await lab.types.read(path)
    if (text === null || !labs.has(lab.root)) return null
    // Two answers may have been waiting for the same file.
    const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel(text, languageOf(path), uri)
    foreign.get(lab.root)?.add(model)
    return model
  }

  // A peeked file of a package shows what is; whatever was written into it would change nothing.
  monaco.editor.onDidCreateEditor((editor) => {
    editor.onDidChangeModel(() => {
      const model = editor.getModel()
      const readOnly = model !== null && [...foreign.values()].some((models) => models.has(model))
      editor.updateOptions({ readOnly })
    })
  })

  return {
    open: (root, sources) => {
      const lab = client.open(root, sources)
      const letGo = () => {
        for (const model of foreign.get(root) ?? []) model.dispose()
      }
      const close = () => {
        lab.close()
        labs.delete(root)
        letGo()
        foreign.delete(root)
      }
      const reopen: OpenLab['reopen'] = (sources) => {
        lab.reopen(sources)
        // The packages may be others now, with other texts at the same paths.
        letGo()
        foreign.set(root, new Set())
      }
      labs.set(root, lab)
      foreign.set(root, new Set())
      return { ...lab, reopen, close }
    },
    labOf: (model) => {
      for (const lab of labs.values()) if (isUnder(lab.root, model.uri.path)) return lab
      return undefined
    },
    locate: async (lab, { path, start, length }) => {
      const model = await modelAt(lab, path)
      return model === null ? null : { model, range: rangeOf(monaco, model, { start, length }) }
    },
  }
}

export function rangeOf(
  { Range }: Monaco,
  model: TextModel,
  span: { readonly start: number; readonly length: number },
): RangeOf {
  return Range.fromPositions(model.getPositionAt(span.start), model.getPositionAt(span.start + span.length))
}

function isUnder(root: string, path: string): boolean {
  return path.startsWith(`${root}/`)
}
