/** What the run said: the program's own lines, the library's warnings, errors with their places, and what the bundler found. */
import type { Diagnostic } from '../../bundler/bundle-types.ts'
import { fill } from '../../i18n/fill.ts'
import type { RunPhase } from '../../lab/session.ts'
import type { ConsoleEntry } from '../../trace/model/console.ts'
import type { ClassLabels } from './class-labels.ts'
import { DiagnosticLine } from './DiagnosticLine.tsx'
import { ErrorLines } from './ErrorLines.tsx'
import { useLabStrings } from './lab-context.ts'
import { PreviewTree } from './PreviewTree.tsx'

interface ConsolePanelProps {
  readonly lines: readonly ConsoleEntry[]
  readonly phase: RunPhase
  readonly warnings: readonly Diagnostic[]
  readonly labels: ClassLabels
}

export function ConsolePanel({ lines, phase, warnings, labels }: ConsolePanelProps) {
  const strings = useLabStrings()
  const diagnostics = phase.kind === 'rejected' ? phase.diagnostics : warnings
  if (diagnostics.length === 0 && lines.length === 0) {
    return <p className="results-empty">{phase.kind === 'settled' ? strings.consoleSilent : strings.consoleEmpty}</p>
  }
  return (
    <ul className="console">
      {diagnostics.map((diagnostic, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole.
        <DiagnosticLine key={index} diagnostic={diagnostic} />
      ))}
      {lines.map(({ event, index }) => (
        <ConsoleItem key={index} event={event} labels={labels} />
      ))}
    </ul>
  )
}

function ConsoleItem({ event, labels }: { readonly event: ConsoleEntry['event']; readonly labels: ClassLabels }) {
  const strings = useLabStrings()
  switch (event.kind) {
    case 'console':
      return (
        <li className="console-line" data-level={event.level}>
          {strings.level[event.level] !== '' && <span className="console-level">{strings.level[event.level]} </span>}
          {event.values.map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the values of a line never move.
            <span key={index}>
              {index > 0 && ' '}
              {value.kind === 'error' ? (
                <ErrorLines error={value.error} />
              ) : (
                <PreviewTree value={value} labels={labels} bareText />
              )}
            </span>
          ))}
        </li>
      )
    case 'warned':
      return (
        <li className="console-line" data-level="warn">
          <span className="console-level">{event.category} </span>
          {event.message}{' '}
          <span className="console-source">({fill(strings.fromLibrary, { process: event.process })})</span>
        </li>
      )
    case 'logged':
      return (
        <li className="console-line" data-level={event.level === 'ERROR' ? 'error' : 'info'}>
          <span className="console-source">{event.logger} </span>
          {event.message}
        </li>
      )
    case 'uncaught':
      return (
        <li className="console-line" data-level="error">
          <ErrorLines error={event.error} prefix={strings.uncaught} />
        </li>
      )
    case 'truncated':
      return (
        <li className="console-line console-source">
          {fill(event.what === 'console' ? strings.dropped : strings.droppedEvents, { count: event.dropped })}
        </li>
      )
  }
}
