/** Types of those modules of monaco-editor that come without any. */

declare module 'monaco-editor/languages/features/typescript/lib/typescriptServices' {
  import type ts from 'typescript'
  /** TypeScript without its parts for Node. */
  export const typescript: typeof ts
}

declare module 'monaco-editor/languages/definitions/typescript/typescript' {
  import type { languages } from 'monaco-editor/editor/editor.api'
  export const conf: languages.LanguageConfiguration
  export const language: languages.IMonarchLanguage & {
    readonly tokenizer: Readonly<Record<string, languages.IMonarchLanguageRule[]>>
  }
}
