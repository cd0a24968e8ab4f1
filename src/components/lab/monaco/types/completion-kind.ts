/** Which of the editor's icons stands for which of TypeScript's kinds. */
import type * as api from 'monaco-editor/editor/editor.api'
import type { Monaco } from '../workbench.ts'

type IconName = keyof typeof api.languages.CompletionItemKind

const ICONS = new Map<string, IconName>([
  ['keyword', 'Keyword'],
  ['primitive type', 'Keyword'],
  ['const', 'Variable'],
  ['let', 'Variable'],
  ['var', 'Variable'],
  ['local var', 'Variable'],
  ['parameter', 'Variable'],
  ['alias', 'Reference'],
  ['class', 'Class'],
  ['local class', 'Class'],
  ['interface', 'Interface'],
  ['type', 'Interface'],
  ['type parameter', 'TypeParameter'],
  ['enum', 'Enum'],
  ['enum member', 'EnumMember'],
  ['function', 'Function'],
  ['local function', 'Function'],
  ['method', 'Method'],
  ['constructor', 'Constructor'],
  ['getter', 'Property'],
  ['setter', 'Property'],
  ['accessor', 'Property'],
  ['property', 'Property'],
  ['module', 'Module'],
  ['external module name', 'Module'],
  ['script', 'File'],
  ['directory', 'Folder'],
  ['string', 'Value'],
])

export function completionKind({ languages }: Monaco, kind: string): api.languages.CompletionItemKind {
  return languages.CompletionItemKind[ICONS.get(kind) ?? 'Text']
}
