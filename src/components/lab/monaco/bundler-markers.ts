/** Underlines what the bundler found, beside what TypeScript says. */
import type * as api from 'monaco-editor/editor/editor.api'
import type { Diagnostic } from '../../../bundler/bundle-types.ts'
import type { ModelEntries } from './lab-models.ts'
import type { Monaco } from './workbench.ts'

const OWNER = 'bundler'

export function markDiagnostics(monaco: Monaco, models: ModelEntries, diagnostics: readonly Diagnostic[]): void {
  for (const [file, model] of models) {
    const markers = diagnostics.filter(({ at }) => at?.file === file).map((diagnostic) => toMarker(monaco, diagnostic))
    monaco.editor.setModelMarkers(model, OWNER, markers)
  }
}

function toMarker({ MarkerSeverity }: Monaco, { severity, text, notes, at }: Diagnostic): api.editor.IMarkerData {
  const { line, column, length } = at ?? { line: 1, column: 1, length: 1 }
  return {
    severity: severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message: [text, ...notes].join('\n'),
    source: 'esbuild',
    startLineNumber: line,
    startColumn: column,
    endLineNumber: line,
    endColumn: column + Math.max(1, length),
  }
}
