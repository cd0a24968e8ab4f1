/** One line of the console: its level as a word and a bar, what it says, and how often it was said. */
import { memo } from 'react'
import { fill } from '../../../i18n/fill.ts'
import type { ConsoleGroup } from '../../../trace/events.ts'
import type { ConsoleRow } from '../../../trace/model/console.ts'
import { levelOf } from '../../../trace/model/console-filter.ts'
import type { ClassLabels } from '../class-labels.ts'
import { ErrorLines, FrameList } from '../ErrorLines.tsx'
import { useLabStrings } from '../lab-context.ts'
import { BlockedLine } from './BlockedLine.tsx'
import { ConsoleTableView } from './ConsoleTableView.tsx'
import { ConsoleValues } from './ConsoleValues.tsx'
import { levelWord, noteWords, truncatedWords } from './console-words.ts'

interface ConsoleLineViewProps {
  readonly event: Exclude<ConsoleRow['event'], ConsoleGroup>
  readonly count: number
  readonly labels: ClassLabels
}

export const ConsoleLineView = memo(function ConsoleLineView({ event, count, labels }: ConsoleLineViewProps) {
  const strings = useLabStrings()
  return (
    <li className="console-line" data-level={levelOf(event)} data-kind={event.kind}>
      {count > 1 && <span className="console-count">{fill(strings.consoleTimes, { count })}</span>}
      <LineContents event={event} labels={labels} />
    </li>
  )
})

function LineContents({ event, labels }: Omit<ConsoleLineViewProps, 'count'>) {
  const strings = useLabStrings()
  switch (event.kind) {
    case 'console':
      return (
        <>
          <LevelWord word={levelWord(event.level, strings)} />
          <ConsoleValues values={event.values} labels={labels} />
        </>
      )
    case 'console-traced':
      return (
        <>
          <LevelWord word={strings.consoleTrace} />
          <ConsoleValues values={event.values} labels={labels} />
          <FrameList frames={event.frames} />
        </>
      )
    case 'console-table':
      return <ConsoleTableView table={event} labels={labels} />
    case 'console-cleared':
      return <span className="console-source">{strings.consoleClearedHere}</span>
    case 'console-note':
      return (
        <>
          <LevelWord word={levelWord(levelOf(event), strings)} />
          {noteWords(event, strings)}
        </>
      )
    case 'warned':
      return (
        <>
          <LevelWord word={event.category} />
          {event.message}{' '}
          <span className="console-source">({fill(strings.fromLibrary, { process: event.process })})</span>
        </>
      )
    case 'logged':
      return (
        <>
          <span className="console-source">{event.logger} </span>
          {event.message}
        </>
      )
    case 'uncaught':
      return <ErrorLines error={event.error} prefix={strings.uncaught} />
    case 'blocked':
      return <BlockedLine event={event} />
    case 'truncated':
      return <span className="console-source">{truncatedWords(event, strings)}</span>
  }
}

function LevelWord({ word }: { readonly word: string }) {
  return word === '' ? null : <span className="console-level">{word} </span>
}
