/** Colours code as the page's own highlighting does, so that opening the editor changes no word's colour that it can help. */
import { conf, language } from 'monaco-editor/languages/definitions/typescript/typescript'
import type { Monaco } from './workbench.ts'

export function registerSyntax({ languages }: Monaco): void {
  languages.register({ id: 'typescript', extensions: ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'] })
  languages.setLanguageConfiguration('typescript', conf)
  languages.setMonarchTokensProvider('typescript', {
    ...language,
    tokenizer: {
      ...language.tokenizer,
      common: [
        [/\b(?:true|false|null|undefined)\b/, 'constant'],
        [/#?[a-z_$][\w$]*(?=\s*\()/, { cases: { '@keywords': 'keyword', '@default': 'function' } }],
        ...(language.tokenizer.common ?? []),
      ],
    },
  })
  languages.register({ id: 'json', extensions: ['.json'] })
  languages.setMonarchTokensProvider('json', {
    tokenizer: {
      root: [
        [/"(?:[^"\\]|\\.)*"/, 'string'],
        [/-?\d[\d.eE+-]*|\b(?:true|false|null)\b/, 'constant'],
      ],
    },
  })
}
