/** Turns what TypeScript's language service says into plain data that can cross to the page. */
import type ts from 'typescript'
import type { Completion, Description, Fix, Hover, Problem, SignatureHelp } from './contract.ts'

type ToText = (parts: ts.SymbolDisplayPart[] | undefined) => string

export function toProblem(diagnostic: ts.Diagnostic, typescript: typeof ts): Problem {
  return {
    severity: severityOf(diagnostic.category, typescript),
    text: typescript.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
    code: diagnostic.code,
    start: diagnostic.start ?? 0,
    length: diagnostic.length ?? 0,
    tag: diagnostic.reportsDeprecated ? 'deprecated' : diagnostic.reportsUnnecessary ? 'unnecessary' : null,
  }
}

function severityOf(category: ts.DiagnosticCategory, { DiagnosticCategory }: typeof ts): Problem['severity'] {
  if (category === DiagnosticCategory.Error) return 'error'
  return category === DiagnosticCategory.Warning ? 'warning' : 'hint'
}

export function toCompletions(found: ts.CompletionInfo | undefined): readonly Completion[] {
  return (found?.entries ?? []).map(({ name, insertText, kind, kindModifiers, sortText, replacementSpan }) => ({
    name,
    insertText: insertText ?? name,
    kind,
    sortText,
    isDeprecated: kindModifiers?.includes('deprecated') ?? false,
    replaces: replacementSpan ?? found?.optionalReplacementSpan ?? null,
  }))
}

export function toDescription(details: ts.CompletionEntryDetails, toText: ToText): Description {
  return { code: toText(details.displayParts), documentation: documentationOf(details, toText) }
}

export function toHover(info: ts.QuickInfo, toText: ToText): Hover {
  return { code: toText(info.displayParts), documentation: documentationOf(info, toText), ...info.textSpan }
}

export function toSignatureHelp(help: ts.SignatureHelpItems, toText: ToText): SignatureHelp {
  return {
    activeSignature: help.selectedItemIndex,
    activeParameter: help.argumentIndex,
    signatures: help.items.map((item) => {
      let label = toText(item.prefixDisplayParts)
      const parameters = item.parameters.map((parameter, index) => {
        if (index > 0) label += toText(item.separatorDisplayParts)
        const from = label.length
        label += toText(parameter.displayParts)
        return { from, to: label.length, documentation: toText(parameter.documentation) }
      })
      return {
        label: label + toText(item.suffixDisplayParts),
        documentation: documentationOf(item, toText),
        parameters,
      }
    }),
  }
}

export function toFix({ description, changes }: ts.CodeFixAction): Fix {
  return {
    title: description,
    edits: changes.flatMap(({ fileName, textChanges }) =>
      textChanges.map(({ span, newText }) => ({ path: fileName, ...span, text: newText })),
    ),
  }
}

interface Documented {
  readonly documentation?: ts.SymbolDisplayPart[] | undefined
  readonly tags?: ts.JSDocTagInfo[] | undefined
}

/** The words, then one line a tag: `*@param* name: what it is`. */
function documentationOf({ documentation, tags }: Documented, toText: ToText): string {
  const lines = (tags ?? []).map((tag) => `*@${tag.name}* ${toText(tag.text)}`.trimEnd())
  return [toText(documentation), ...lines].filter((part) => part !== '').join('\n\n')
}
