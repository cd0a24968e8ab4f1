/** Puts the editor together once a page: its features, the language, the types and the site's colours. */
import { loader } from '@monaco-editor/react'
import * as monaco from 'monaco-editor/editor/editor.api'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import './editor-features.ts'
import { followSiteTheme } from './site-theme.ts'
import { registerSyntax } from './syntax.ts'
import { createOpenLabs, type OpenLabs } from './types/open-labs.ts'
import { registerProviders } from './types/providers.ts'
import { createTypesClient } from './types/types-client.ts'
import TypesWorker from './types/types-worker.ts?worker'

export type Monaco = typeof monaco
export type TextModel = monaco.editor.ITextModel
export type CodeEditorInstance = monaco.editor.IStandaloneCodeEditor

export interface Workbench {
  readonly monaco: Monaco
  readonly labs: OpenLabs
  /** The name of the theme that goes with the site's at the moment. */
  readonly theme: () => string
}

export function createWorkbench(): Workbench {
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
  // Without this the loader would fetch the editor from a public CDN.
  loader.config({ monaco })
  registerSyntax(monaco)
  const theme = followSiteTheme(monaco)
  // A face that arrives late is as wide as no one expected.
  document.fonts.addEventListener('loadingdone', () => monaco.editor.remeasureFonts())
  const labs = createOpenLabs(monaco, createTypesClient(new TypesWorker()))
  registerProviders(monaco, labs)
  return { monaco, labs, theme }
}
