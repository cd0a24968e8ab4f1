/** A console that has something to show: its tools, what the bundler found, and the lines of the run. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { Diagnostic } from '../../../bundler/bundle-types.ts'
import { fill } from '../../../i18n/fill.ts'
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

interface ConsoleContentsProps {
  readonly rows: readonly ConsoleRow[]
  /** How many events of the run the rows are of. */
  readonly step: number
  readonly diagnostics: readonly Diagnostic[]
  readonly labels: ClassLabels
  readonly controls: ConsoleControls
}

export function ConsoleContents({ rows, step, diagnostics, labels, controls }: ConsoleContentsProps) {
  const strings = useLabStrings()
  const panel = useRef<HTMLDivElement>(null)
  const { setting } = controls
  const wordsOf = useCallback((row: ConsoleRow) => rowLines(row, labels.of, strings).join('\n'), [labels, strings])
  const view = useMemo(() => viewConsole(rows, setting, wordsOf), [rows, setting, wordsOf])
  const [saying, setSaying] = useState({ words: '', rows })
  const say = (words: string) => setSaying({ words, rows })
  // What was said of these lines is not true of others.
  const said = saying.rows === rows ? saying.words : ''
  useStickToEnd(panel, rows)

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
