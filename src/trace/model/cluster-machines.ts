/** Puts a worker and its nanny together, as they stand on one machine. */
import type { ProcessState } from './cluster.ts'

export interface Machine {
  /** The name that its processes share, e.g. `0` for `worker-0` and `nanny-0`. */
  readonly name: string
  /** The worker first. */
  readonly processes: readonly ProcessState[]
}

export interface ClusterLayout {
  /** Clients first, then the scheduler and whatever else there is. */
  readonly hubs: readonly ProcessState[]
  readonly machines: readonly Machine[]
}

export function layOut(processes: readonly ProcessState[]): ClusterLayout {
  const rank = ({ role }: ProcessState) => ['client', 'scheduler', 'other', 'worker', 'nanny'].indexOf(role)
  const sorted = processes.toSorted((one, other) => rank(one) - rank(other))
  const isOnMachine = ({ role }: ProcessState) => role === 'worker' || role === 'nanny'
  const byMachine = Map.groupBy(sorted.filter(isOnMachine), ({ name }) => name.slice(name.indexOf('-') + 1))
  return {
    hubs: sorted.filter((process) => !isOnMachine(process)),
    machines: [...byMachine].map(([name, processes]) => ({ name, processes })),
  }
}
