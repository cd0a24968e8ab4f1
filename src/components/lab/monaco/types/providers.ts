/** Hands what TypeScript knows to the editor: completions, hovers, parameter hints, definitions, occurrences, renaming, quick fixes. */
import type * as api from 'monaco-editor/editor/editor.api'
import type { Monaco, TextModel } from '../workbench.ts'
import { completionKind } from './completion-kind.ts'
import type { Completion, SignatureHelp, Span } from './contract.ts'
import { type OpenLabs, rangeOf } from './open-labs.ts'
import type { OpenLab } from './types-client.ts'

const LANGUAGE = 'typescript'

export function registerProviders(monaco: Monaco, labs: OpenLabs): void {
  const { languages } = monaco
  languages.registerCompletionItemProvider(LANGUAGE, completions(monaco, labs))
  languages.registerSignatureHelpProvider(LANGUAGE, {
    signatureHelpTriggerCharacters: ['(', ','],
    provideSignatureHelp: async (model, position) => {
      const help = await labs.labOf(model)?.types.signatureHelp(model.uri.path, model.getOffsetAt(position))
      return help ? { value: toSignatureHelp(help), dispose: () => undefined } : null
    },
  })
  languages.registerHoverProvider(LANGUAGE, {
    provideHover: async (model, position) => {
      const hover = await labs.labOf(model)?.types.hover(model.uri.path, model.getOffsetAt(position))
      if (!hover || model.isDisposed()) return null
      const contents = [{ value: `\`\`\`typescript\n${hover.code}\n\`\`\`` }, { value: hover.documentation }]
      return { contents, range: rangeOf(monaco, model, hover) }
    },
  })
  languages.registerDocumentHighlightProvider(LANGUAGE, {
    provideDocumentHighlights: async (model, position) => {
      const found = await labs.labOf(model)?.types.occurrences(model.uri.path, model.getOffsetAt(position))
      if (found === undefined || model.isDisposed()) return null
      const { Read, Write } = languages.DocumentHighlightKind
      return found.map((span) => ({ range: rangeOf(monaco, model, span), kind: span.isWrite ? Write : Read }))
    },
  })
  languages.registerDefinitionProvider(LANGUAGE, {
    provideDefinition: async (model, position) => {
      const lab = labs.labOf(model)
      if (lab === undefined) return null
      const spans = await lab.types.definitions(model.uri.path, model.getOffsetAt(position))
      const places = await Promise.all(spans.map((span) => labs.locate(lab, span)))
      return places.flatMap((place) => (place === null ? [] : [{ uri: place.model.uri, range: place.range }]))
    },
  })
  languages.registerRenameProvider(LANGUAGE, renaming(labs))
  languages.registerCodeActionProvider(LANGUAGE, fixing(labs), { providedCodeActionKinds: ['quickfix'] })
}

interface OurCompletionItem extends api.languages.CompletionItem {
  /** Where it was offered: needed when its description is asked for. */
  readonly at: { readonly model: TextModel; readonly offset: number; readonly name: string }
}

function completions(monaco: Monaco, labs: OpenLabs): api.languages.CompletionItemProvider {
  const { CompletionItemTag } = monaco.languages
  return {
    triggerCharacters: ['.', '"', "'", '/', '#'],
    provideCompletionItems: async (model, position, context) => {
      const offset = model.getOffsetAt(position)
      const trigger = context.triggerCharacter ?? null
      const found = await labs.labOf(model)?.types.completions(model.uri.path, offset, trigger)
      if (found === undefined || model.isDisposed()) return null
      const word = model.getWordUntilPosition(position)
      const wordRange = { startLineNumber: position.lineNumber, endLineNumber: position.lineNumber, ...columnsOf(word) }
      const toItem = (completion: Completion): OurCompletionItem => ({
        label: completion.name,
        insertText: completion.insertText,
        sortText: completion.sortText,
        kind: completionKind(monaco, completion.kind),
        range: completion.replaces === null ? wordRange : rangeOf(monaco, model, completion.replaces),
        tags: completion.isDeprecated ? [CompletionItemTag.Deprecated] : [],
        at: { model, offset, name: completion.name },
      })
      return { suggestions: found.map(toItem) }
    },
    resolveCompletionItem: async (item) => {
      if (!isOurs(item)) return item
      const { model, offset, name } = item.at
      const found = await labs.labOf(model)?.types.describe(model.uri.path, offset, name)
      return found ? { ...item, detail: found.code, documentation: { value: found.documentation } } : item
    },
  }
}

function isOurs(item: api.languages.CompletionItem): item is OurCompletionItem {
  return 'at' in item
}

function columnsOf({ startColumn, endColumn }: api.editor.IWordAtPosition) {
  return { startColumn, endColumn }
}

function toSignatureHelp({ activeSignature, activeParameter, signatures }: SignatureHelp): api.languages.SignatureHelp {
  return {
    activeSignature,
    activeParameter,
    signatures: signatures.map(({ label, documentation, parameters }) => ({
      label,
      documentation: { value: documentation },
      parameters: parameters.map((parameter) => ({
        label: [parameter.from, parameter.to],
        documentation: { value: parameter.documentation },
      })),
    })),
  }
}

function renaming(labs: OpenLabs): api.languages.RenameProvider {
  return {
    provideRenameEdits: async (model, position, newName) => {
      const lab = labs.labOf(model)
      if (lab === undefined) return null
      const renamed = await lab.types.rename(model.uri.path, model.getOffsetAt(position))
      if (renamed.kind === 'refused') return { edits: [], rejectReason: renamed.reason }
      const edits = renamed.places.map((place) => ({ ...place, text: newName }))
      return { edits: await toTextEdits(lab, labs, edits) }
    },
  }
}

function fixing(labs: OpenLabs): api.languages.CodeActionProvider {
  return {
    provideCodeActions: async (model, range, { markers }) => {
      const lab = labs.labOf(model)
      // Markers of the bundler have no code: TypeScript knows no mend for them.
      const codes = markers.flatMap(({ code }) => (typeof code === 'string' ? [Number(code)] : []))
      if (lab === undefined || codes.length === 0) return { actions: [], dispose: () => undefined }
      const start = model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn })
      const end = model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn })
      const fixes = await lab.types.fixes({ path: model.uri.path, start, length: end - start }, codes)
      const actions = fixes.map(async ({ title, edits }) => ({
        title,
        kind: 'quickfix',
        diagnostics: markers,
        edit: { edits: await toTextEdits(lab, labs, edits) },
      }))
      return { actions: await Promise.all(actions), dispose: () => undefined }
    },
  }
}

async function toTextEdits(
  lab: OpenLab,
  labs: OpenLabs,
  edits: readonly (Span & { readonly text: string })[],
): Promise<api.languages.IWorkspaceTextEdit[]> {
  const placed = edits.map(async (edit) => {
    const place = await labs.locate(lab, edit)
    return place === null
      ? []
      : [{ resource: place.model.uri, versionId: undefined, textEdit: { range: place.range, text: edit.text } }]
  })
  return (await Promise.all(placed)).flat()
}
