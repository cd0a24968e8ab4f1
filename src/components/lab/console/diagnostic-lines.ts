/** Puts what the bundler found into lines of plain text. */
import type { Diagnostic } from '../../../bundler/bundle-types.ts'
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'

export function diagnosticLines(diagnostics: readonly Diagnostic[], strings: LabStrings): readonly string[] {
  return diagnostics.flatMap(({ severity, text, notes, at }) => {
    const level = severity === 'error' ? strings.diagnosticError : strings.diagnosticWarning
    const place = at === null ? '' : `${at.file}:${at.line}:${at.column} `
    return [fill(strings.consoleSaid, { level, text: `${place}${text}` }), ...notes.map((note) => `  ${note}`)]
  })
}
