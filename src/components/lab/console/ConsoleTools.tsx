/** What can be done with a console: filter it, clear it, copy it. */
import { useId } from 'react'
import { fill } from '../../../i18n/fill.ts'
import { CONSOLE_LEVELS } from '../../../trace/model/console-filter.ts'
import { useLabStrings } from '../lab-context.ts'
import { CopyConsole } from './CopyConsole.tsx'
import type { ConsoleView } from './console-view.ts'
import type { ConsoleControls } from './use-console-setting.ts'

interface ConsoleToolsProps {
  readonly view: ConsoleView
  readonly controls: ConsoleControls
  readonly wholeText: () => readonly string[]
  readonly clear: () => void
  /** What is announced: only what the reader's own doing led to, never the lines of a run. */
  readonly said: string
  readonly say: (words: string) => void
}

export function ConsoleTools({ view, controls, wholeText, clear, said, say }: ConsoleToolsProps) {
  const strings = useLabStrings()
  const id = useId()
  const { filter } = controls.setting
  const isClear = view.all === 0
  return (
    <div className="console-tools">
      <p className="console-find">
        <label htmlFor={id}>{strings.consoleFilter}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-found`}
          value={filter.text}
          onChange={({ target }) => controls.find(target.value)}
        />
      </p>
      <fieldset className="console-levels">
        <legend className="visually-hidden">{strings.consoleLevels}</legend>
        {CONSOLE_LEVELS.map((level) => (
          <label key={level}>
            <input
              type="checkbox"
              checked={!filter.hiddenLevels.has(level)}
              onChange={() => controls.toggleLevel(level)}
            />
            {strings.consoleLevel[level]} <span className="console-tally">{view.counts[level]}</span>
          </label>
        ))}
      </fieldset>
      <p className="console-doings">
        <button type="button" className="console-button" aria-disabled={isClear} onClick={isClear ? undefined : clear}>
          {strings.consoleClear}
        </button>
        <CopyConsole wholeText={wholeText} say={say} />
        <span className="console-found" id={`${id}-found`}>
          {fill(strings.consoleShown, { found: view.found, all: view.all })}
        </span>
      </p>
      <p className="console-said" aria-live="polite">
        {said}
      </p>
    </div>
  )
}
