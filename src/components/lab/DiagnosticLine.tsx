/** One finding of the bundler: what it is, where, and its hints. */
import type { Diagnostic } from '../../bundler/bundle-types.ts'
import { useLabStrings } from './lab-context.ts'
import { PlaceButton } from './PlaceButton.tsx'

export function DiagnosticLine({ diagnostic: { severity, text, notes, at } }: { readonly diagnostic: Diagnostic }) {
  const strings = useLabStrings()
  return (
    <li className="console-line" data-level={severity === 'error' ? 'error' : 'warn'}>
      <span className="console-level">
        {severity === 'error' ? strings.diagnosticError : strings.diagnosticWarning}{' '}
      </span>
      {at !== null && <PlaceButton file={at.file} line={at.line} column={at.column} />} {text}
      {notes.length > 0 && (
        <ul className="frames">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
