/** What the run said: the program's own lines, the library's warnings, errors with their places, and what the bundler found. */
import type { Diagnostic } from '../../../bundler/bundle-types.ts'
import type { RunPhase } from '../../../lab/session.ts'
import type { ConsoleRow } from '../../../trace/model/console.ts'
import type { ClassLabels } from '../class-labels.ts'
import { useLabStrings } from '../lab-context.ts'
import { ConsoleContents } from './ConsoleContents.tsx'
import type { ConsoleControls } from './use-console-setting.ts'

interface ConsolePanelProps {
  readonly rows: readonly ConsoleRow[]
  /** How many events of the run the rows are of. */
  readonly step: number
  readonly phase: RunPhase
  readonly warnings: readonly Diagnostic[]
  readonly labels: ClassLabels
  readonly controls: ConsoleControls
}

export function ConsolePanel({ phase, warnings, ...shown }: ConsolePanelProps) {
  const strings = useLabStrings()
  const diagnostics = phase.kind === 'rejected' ? phase.diagnostics : warnings
  if (diagnostics.length > 0 || shown.rows.length > 0) return <ConsoleContents diagnostics={diagnostics} {...shown} />
  return <p className="results-empty">{phase.kind === 'settled' ? strings.consoleSilent : strings.consoleEmpty}</p>
}
