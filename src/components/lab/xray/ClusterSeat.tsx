/** A plugin in its seat: its name, the identity of its class, how it came there, and its hooks that were called. */
import { fill } from '../../../i18n/fill.ts'
import type { LabStrings } from '../../../i18n/lab/en.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'
import type { PluginSeat, ProcessRole } from '../../../trace/model/cluster.ts'
import { useLabStrings } from '../lab-context.ts'
import { ClassName } from './ClassName.tsx'
import { isSelected, type RunView, type Selection } from './run-view.ts'

interface ClusterSeatProps {
  readonly seat: PluginSeat
  readonly role: ProcessRole
  /** The hook that is being called at this step. */
  readonly hook: string | null
  readonly classes: ClassesModel
  readonly view: RunView
}

export function ClusterSeat({ seat, role, hook, classes, view: { selection, select } }: ClusterSeatProps) {
  const strings = useLabStrings()
  const { plugin, class: id, hooks } = seat
  const thing: Selection = id === null ? { kind: 'event', index: seat.index } : { kind: 'class', id }
  const isChosen = isSelected(selection, thing)
  return (
    <li className="cluster-seat">
      <button type="button" className="choice" aria-pressed={isChosen} onClick={() => select(isChosen ? null : thing)}>
        <ClassName classes={classes} id={id} label={plugin} />
      </button>{' '}
      <code>{plugin}</code> <span className="value-muted">{story(seat, role, strings)}</span>
      {hooks.size > 0 && (
        <span className="cluster-hooks">
          {[...hooks].map(([name, count]) => (
            <span key={name} className="task-state" data-now={name === hook}>
              {fill(strings.seatHook, { hook: name, count })}
            </span>
          ))}
        </span>
      )}
    </li>
  )
}

/** The scheduler holds plugins of other kinds for the processes that are yet to come. */
function story({ kind, via }: PluginSeat, role: ProcessRole, strings: LabStrings): string {
  const parts = kind === role ? [] : [strings.pluginKind[kind]]
  if (role === 'scheduler' && kind === 'worker') parts.push(strings.seatKept)
  if (role === 'scheduler' && kind === 'nanny') parts.push(strings.seatKeptNanny)
  parts.push(via === null ? strings.seatJoined : fill(strings.seatVia, { method: via }))
  return parts.join(strings.clauseComma)
}
