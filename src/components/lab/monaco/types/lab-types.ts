/** Answers what TypeScript knows about one lab. Runs in the worker, and in Node for the tests. */
import type ts from 'typescript'
import type { LabSources, LabTypes } from './contract.ts'
import { createLabDisk, type LabDisk } from './lab-disk.ts'
import { createLanguageHost, type LanguageHost, type LanguageParts, SCRIPT } from './language-host.ts'
import { toCompletions, toDescription, toFix, toHover, toProblem, toSignatureHelp } from './plain-answers.ts'

export interface LabProgram {
  readonly types: LabTypes
  readonly write: LabDisk['write']
  readonly dispose: () => void
}

/** @param registry shared between labs, so that the libraries are parsed once */
export function createLabProgram(
  root: string,
  sources: LabSources,
  { registry, ...parts }: LanguageParts & { readonly registry: ts.DocumentRegistry },
): LabProgram {
  const disk = createLabDisk(root, sources)
  const host = createLanguageHost(root, { disk, build: sources.build }, parts)
  const service = parts.typescript.createLanguageService(host, registry)
  const program = { service, host, disk, typescript: parts.typescript, root }
  return {
    types: { ...explaining(program), ...finding(program), ...changing(program) },
    write: disk.write,
    dispose: () => service.dispose(),
  }
}

interface Program {
  readonly service: ts.LanguageService
  readonly host: LanguageHost
  readonly disk: LabDisk
  readonly typescript: typeof ts
  readonly root: string
}

function explaining({ service, host, typescript }: Program) {
  const toText = (parts: ts.SymbolDisplayPart[] | undefined) => typescript.displayPartsToString(parts)
  return {
    completions: (path, offset, trigger) => {
      if (!isScript(host, path)) return []
      const found = service.getCompletionsAtPosition(path, offset, {
        // TypeScript itself refuses a character that triggers nothing at this place.
        ...(trigger !== null && { triggerCharacter: trigger as ts.CompletionsTriggerCharacter }),
        importModuleSpecifierEnding: 'js',
        includeCompletionsWithInsertText: true,
      })
      return toCompletions(found)
    },
    describe: (path, offset, name) => {
      if (!isScript(host, path)) return null
      const details = service.getCompletionEntryDetails(path, offset, name, undefined, undefined, undefined, undefined)
      return details === undefined ? null : toDescription(details, toText)
    },
    hover: (path, offset) => {
      const info = isScript(host, path) ? service.getQuickInfoAtPosition(path, offset) : undefined
      return info === undefined ? null : toHover(info, toText)
    },
    signatureHelp: (path, offset) => {
      const help = isScript(host, path) ? service.getSignatureHelpItems(path, offset, undefined) : undefined
      return help === undefined ? null : toSignatureHelp(help, toText)
    },
  } satisfies Partial<LabTypes>
}

function finding({ service, host, typescript }: Program) {
  return {
    problems: (path) => {
      if (!isScript(host, path)) return []
      const found = [
        ...service.getSyntacticDiagnostics(path),
        ...service.getSemanticDiagnostics(path),
        ...service.getSuggestionDiagnostics(path),
      ]
      return found.map((diagnostic) => toProblem(diagnostic, typescript))
    },
    definitions: (path, offset) => {
      const found = isScript(host, path) ? service.getDefinitionAtPosition(path, offset) : undefined
      return (found ?? []).map(({ fileName, textSpan }) => ({ path: fileName, ...textSpan }))
    },
    occurrences: (path, offset) => {
      const found = isScript(host, path) ? service.getDocumentHighlights(path, offset, [path]) : undefined
      return (found ?? []).flatMap(({ fileName, highlightSpans }) =>
        highlightSpans.map(({ textSpan, kind }) => ({
          path: fileName,
          ...textSpan,
          isWrite: kind === 'writtenReference',
        })),
      )
    },
    read: (path) => host.readFile(path) ?? null,
  } satisfies Partial<LabTypes>
}

function changing({ service, host, disk, typescript, root }: Program) {
  const isOwn = ({ path }: { readonly path: string }) => disk.ownFiles().includes(path)
  return {
    rename: (path, offset) => {
      if (!isScript(host, path)) return { kind: 'refused', reason: path }
      const info = service.getRenameInfo(path, offset, { allowRenameOfImportPath: false })
      if (!info.canRename) return { kind: 'refused', reason: info.localizedErrorMessage }
      // Without prefixes a name changes everywhere, instead of being kept alive by `new as old` in imports.
      const found = service.findRenameLocations(path, offset, false, false, {
        providePrefixAndSuffixTextForRename: false,
      })
      const places = (found ?? []).map(({ fileName, textSpan }) => ({ path: fileName, ...textSpan }))
      const foreign = places.find((place) => !isOwn(place))
      // What a program finds around it is not the reader's to edit: TypeScript knows that only of packages.
      if (foreign !== undefined) return { kind: 'refused', reason: foreign.path.replace(`${root}/`, '') }
      return { kind: 'allowed', places }
    },
    fixes: ({ path, start, length }, codes) => {
      if (!isScript(host, path)) return []
      const settings = { ...typescript.getDefaultFormatCodeSettings('\n'), ...FORMAT }
      const found = service.getCodeFixesAtPosition(path, start, start + length, codes, settings, PREFERENCES)
      return found.map(toFix).filter(({ edits }) => edits.every(isOwn))
    },
  } satisfies Partial<LabTypes>
}

const FORMAT = { indentSize: 2, tabSize: 2, convertTabsToSpaces: true, semicolons: 'remove' as ts.SemicolonPreference }
const PREFERENCES: ts.UserPreferences = { quotePreference: 'single', importModuleSpecifierEnding: 'js' }

function isScript(host: LanguageHost, path: string): boolean {
  return SCRIPT.test(path) && host.fileExists(path)
}
