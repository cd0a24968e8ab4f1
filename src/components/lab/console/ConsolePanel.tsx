/** What the run said: the program's own lines, the library's warnings, errors with their places, and what the bundler found. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Diagnostic } from '../../../bundler/bundle-types.ts'
import { fill } from '../../../i18n/fill.ts'
import type { RunPhase } from '../../../lab/session.ts'
import type { ConsoleRow } from '../../../trace/model/console.ts'
import type { ClassLabels } from '../class-labels.ts'
import { DiagnosticLine } from '../DiagnosticLine.tsx'
import { useLabStrings } from '../lab-context.ts'
import { ConsoleList } from './ConsoleList.tsx'
import { ConsoleTools } from './ConsoleTools.tsx'
import { consoleLines, rowLines } from './console-lines.ts'
import { viewConsole } from './console-view.ts'
import { diagnosticLines } from './diagnostic-lines.ts'
import type { ConsoleControls } from './use-console-setting.ts'
import { useStickToEnd } from './use-stick-to-end.ts'

interface ConsolePanelProps {
  readonly rows: readonly ConsoleRow[]
  /** How many events of the run the rows are of. */
  readonly step: number
  readonly phase: RunPhase
  readonly warnings: readonly Diagnostic[]
  readonly labels: ClassLabels
  readonly controls: ConsoleControls
}

export function ConsolePanel({ rows, step, phase, warnings, labels, controls }: ConsolePanelProps) {
  const strings = useLabStrings()
  const panel = useRef<HTMLDivElement>(null)
  const { setting } = controls
  const diagnostics = phase.kind === 'rejected' ? phase.diagnostics : warnings
  const wordsOf = useCallback((row: ConsoleRow) => rowLines(row, labels.of, strings).join('\n'), [labels, strings])
  const view = useMemo(() => viewConsole(rows, setting, wordsOf), [rows, setting, wordsOf])
  const [said, say] = useState('')
  useStickToEnd(panel, rows)

  if (diagnostics.length === 0 && rows.length === 0) {
    return <p className="results-empty">{phase.kind === 'settled' ? strings.consoleSilent : strings.consoleEmpty}</p>
  }
  const wholeText = () => [...diagnosticLines(diagnostics, strings), ...consoleLines(view.kept, labels.of, strings)]
  const clear = () => {
    controls.clear(step)
    say(strings.consoleClearDone)
  }
  return (
    <div className="console-panel" ref={panel}>
      <ConsoleTools view={view} controls={controls} wholeText={wholeText} clear={clear} said={said} say={say} />
      {diagnostics.length > 0 && (
        <ul className="console">
          {diagnostics.map((diagnostic, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is made anew as a whole.
            <DiagnosticLine key={index} diagnostic={diagnostic} />
          ))}
        </ul>
      )}
      {view.cleared > 0 && (
        <p className="console-note">
          {fill(strings.consoleCleared, { count: view.cleared })}{' '}
          <button
            type="button"
            className="place"
            aria-expanded={setting.showsCleared}
            onClick={() => controls.showCleared(!setting.showsCleared)}
          >
            {setting.showsCleared ? strings.consoleHideCleared : strings.consoleShowCleared}
          </button>
        </p>
      )}
      {view.earlier > 0 && (
        <p className="console-note">
          <button type="button" className="place" onClick={controls.showMore}>
            {fill(strings.consoleEarlier, { count: view.earlier })}
          </button>
        </p>
      )}
      {view.found === 0 && view.all > 0 && (
        <p className="console-note">
          {strings.consoleNoneFound}{' '}
          <button type="button" className="place" onClick={controls.showAll}>
            {strings.consoleShowAll}
          </button>
        </p>
      )}
      <ConsoleList nodes={view.nodes} view={view} labels={labels} controls={controls} />
    </div>
  )
}
