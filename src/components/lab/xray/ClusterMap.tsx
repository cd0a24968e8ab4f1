/** The processes of the cluster as boxes on their wires: the client and the scheduler, and below them the machines. */
import { fill } from '../../../i18n/fill.ts'
import type { ClassesModel } from '../../../trace/model/classes.ts'
import { type ClusterEvent, type ProcessState, processesOf } from '../../../trace/model/cluster.ts'
import { layOut, type Machine } from '../../../trace/model/cluster-machines.ts'
import { useLabStrings } from '../lab-context.ts'
import { ClusterProcess } from './ClusterProcess.tsx'
import type { RunView } from './run-view.ts'

export interface ClusterMapProps {
  readonly processes: readonly ProcessState[]
  /** The event that the step shows; null where it is none of the cluster's. */
  readonly now: ClusterEvent | null
  readonly classes: ClassesModel
  readonly view: RunView
}

/** As many machines as fit into a view that is still looked at as a whole. */
const MACHINES = 24

export function ClusterMap({ processes, now, classes, view }: ClusterMapProps) {
  const strings = useLabStrings()
  const { hubs, machines } = layOut(processes)
  const busy = new Set(now === null ? [] : processesOf(now))
  const isBusy = (machine: Machine) => machine.processes.some(({ name }) => busy.has(name))
  // What happens now is never among those that are left out.
  const shown = machines.filter((machine, index) => index < MACHINES || isBusy(machine))
  const rest = machines.filter((machine) => !shown.includes(machine)).flatMap((machine) => machine.processes)
  const box = (process: ProcessState) => (
    <ClusterProcess key={process.name} process={process} now={now} classes={classes} view={view} />
  )
  return (
    <>
      <ul className="cluster" aria-label={strings.clusterProcesses}>
        {hubs.map((process) => (
          <li key={process.name} className="cluster-hub" data-role={process.role}>
            {process.role !== 'client' && <Wire now={now} ends={[process.name]} above="client" />}
            {box(process)}
          </li>
        ))}
        {shown.map((machine) => (
          <li key={machine.name} className="cluster-machine">
            <Wire now={now} ends={machine.processes.map(({ name }) => name)} above="scheduler" />
            {machine.processes.map(box)}
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className="value-muted">
          {fill(strings.clusterMore, {
            count: rest.length,
            plugins: rest.reduce((sum, { seats }) => sum + seats.length, 0),
          })}
        </p>
      )}
    </>
  )
}

interface WireProps {
  readonly now: ClusterEvent | null
  /** The processes at its lower end. */
  readonly ends: readonly string[]
  /** How the names at its upper end begin. */
  readonly above: string
}

/** The line that leads up from a box, and what is on it. The words stand above the map too. */
function Wire({ now, ends, above }: WireProps) {
  const message = now?.kind === 'message-sent' ? now : null
  const isDown = message?.from.startsWith(above) && ends.includes(message.to)
  const isUp = message?.to.startsWith(above) && ends.includes(message.from)
  const arrow = isDown ? '↓' : isUp ? '↑' : null
  return (
    <div className="cluster-wire" data-busy={arrow !== null} aria-hidden="true">
      {arrow} {arrow !== null && message?.op}
    </div>
  )
}
