/** distributed/scheduler.py `workers_to_close`: which workers can best be spared. */
import { callHook } from 'distributed/hooks'
import type { Scheduler } from 'distributed/scheduler'
import type { WorkerState } from 'distributed/scheduler-tasks'

export interface CloseOptions {
  /** How many workers to close. Without it, only idle ones are. */
  readonly n?: number
  /** How many workers to have afterwards. */
  readonly target?: number
  /** How many workers to keep in any case. */
  readonly minimum?: number
}

/** @returns addresses; the idle ones first, of these those with the least data, and of equals those that came last */
export function workersToClose(
  scheduler: Scheduler,
  { n: asked, target: left, minimum = 0 }: CloseOptions,
): readonly string[] {
  const all = [...scheduler.state.workers.values()]
  const n = asked === undefined && left !== undefined ? all.length - left : asked
  if (!n && all.every(({ processing }) => processing.size > 0)) return []
  const target = n === undefined ? 0 : all.length - Math.max(n, 0)
  const spare = [...allowedByPlugins(scheduler, all)].reverse().sort((one, other) => {
    return Number(one.processing.size > 0) - Number(other.processing.size > 0) || one.nbytes - other.nbytes
  })
  const closing: string[] = []
  for (const { address, processing } of spare) {
    const remaining = all.length - closing.length - 1
    if ((n === undefined && processing.size > 0) || remaining < minimum) break
    if (n !== undefined && remaining < target) break
    closing.push(address)
  }
  return closing
}

/** Each plugin narrows down what the one before it has left. */
function allowedByPlugins(scheduler: Scheduler, all: readonly WorkerState[]): readonly WorkerState[] {
  let allowed = all
  for (const [name, plugin] of scheduler.plugins) {
    const seat = { process: scheduler.address, pluginKind: 'scheduler', name, plugin } as const
    const args = { workers: allowed.map(({ address }) => address) }
    const answer = callHook(seat, { hook: 'validWorkersDownscaling', parameters: [scheduler, allowed], args })
    if (Array.isArray(answer)) allowed = answer
  }
  return allowed
}
