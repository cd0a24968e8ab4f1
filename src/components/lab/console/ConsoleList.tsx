/** The lines of a console, those of a group in a list of their own under its heading. */
import { fill } from '../../../i18n/fill.ts'
import type { ConsoleGroup } from '../../../trace/events.ts'
import type { ConsoleRow } from '../../../trace/model/console.ts'
import type { ConsoleNode } from '../../../trace/model/console-tree.ts'
import type { ClassLabels } from '../class-labels.ts'
import { useLabStrings } from '../lab-context.ts'
import { ConsoleLineView } from './ConsoleLineView.tsx'
import { ConsoleValues } from './ConsoleValues.tsx'
import { type ConsoleView, type Held, isGroupOpen } from './console-view.ts'
import type { ConsoleControls } from './use-console-setting.ts'

interface ConsoleListProps {
  readonly nodes: readonly ConsoleNode[]
  readonly view: Pick<ConsoleView, 'held'>
  readonly labels: ClassLabels
  readonly controls: ConsoleControls
}

export function ConsoleList({ nodes, view, labels, controls }: ConsoleListProps) {
  if (nodes.length === 0) return null
  return (
    <ul className="console">
      {nodes.map(({ row, children }) =>
        row.event.kind === 'console-group' ? (
          <li key={row.index} className="console-group">
            <GroupHeading
              row={row}
              event={row.event}
              held={view.held.get(row.index)}
              labels={labels}
              controls={controls}
            />
            <ConsoleList nodes={children} view={view} labels={labels} controls={controls} />
          </li>
        ) : (
          <ConsoleLineView key={row.index} event={row.event} count={row.count} labels={labels} />
        ),
      )}
    </ul>
  )
}

interface GroupHeadingProps {
  readonly row: ConsoleRow
  readonly event: ConsoleGroup
  /** Absent where the group has no lines that can be shown. */
  readonly held: Held | undefined
  readonly labels: ClassLabels
  readonly controls: ConsoleControls
}

function GroupHeading({ row, event: { values }, held, labels, controls }: GroupHeadingProps) {
  const strings = useLabStrings()
  const name = values.length === 0 ? strings.consoleGroup : <ConsoleValues values={values} labels={labels} isFlat />
  if (held === undefined) return <p className="console-heading">{name}</p>
  const isOpen = isGroupOpen(row, controls.setting)
  return (
    <p className="console-heading">
      <button type="button" className="unfold" aria-expanded={isOpen} onClick={() => controls.toggleGroup(row.index)}>
        {name}
        {!isOpen && (
          <span className="console-held">
            {' '}
            {fill(strings.consoleHeld, { count: held.lines })}
            {held.errors > 0 && (
              <>
                {' · '}
                <span className="console-held-errors">{fill(strings.consoleHeldErrors, { count: held.errors })}</span>
              </>
            )}
          </span>
        )}
      </button>
    </p>
  )
}
