/** One process as a box: its name, the plugins in their seats, and its tasks counted by state. */
import { fill } from '../../../i18n/fill.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'
import { type ClusterEvent, type ProcessState, processesOf } from '../../../trace/model/cluster.ts'
import { useLabStrings } from '../lab-context.ts'
import { ClusterSeat } from './ClusterSeat.tsx'
import type { RunView } from './run-view.ts'

interface ClusterProcessProps {
  readonly process: ProcessState
  readonly now: ClusterEvent | null
  readonly classes: ClassesModel
  readonly view: RunView
}

const SEATS = 12

export function ClusterProcess({ process, now, classes, view }: ClusterProcessProps) {
  const strings = useLabStrings()
  const { name, role, isGone, seats, tasks, sent, received } = process
  const isBusy = now !== null && processesOf(now).includes(name)
  const moved = now?.kind === 'task-transition' && isBusy ? now.finish : null
  return (
    <section className="cluster-process" data-role={role} data-busy={isBusy} data-gone={isGone}>
      <div className="cluster-head">
        <h4>{name}</h4>{' '}
        <span className="value-muted">
          {isGone ? strings.processGone : fill(strings.processWires, { sent, received })}
        </span>
      </div>
      {seats.length > 0 && (
        <ul aria-label={strings.processPlugins}>
          {seats.slice(0, SEATS).map((seat) => (
            <ClusterSeat
              key={`${seat.kind} ${seat.plugin}`}
              seat={seat}
              role={role}
              hook={now?.kind === 'hook-called' && isBusy && now.plugin === seat.plugin ? now.hook : null}
              classes={classes}
              view={view}
            />
          ))}
          {seats.length > SEATS && (
            <li className="value-muted">{fill(strings.more, { count: seats.length - SEATS })}</li>
          )}
        </ul>
      )}
      {tasks.size > 0 && (
        <p className="cluster-tasks">
          {strings.processTasks}{' '}
          {[...tasks].map(([state, count]) => (
            <span key={state} className="task-state" data-now={state === moved}>
              {state} {count}
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
