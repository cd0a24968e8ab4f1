/** distributed/scheduler.py `update_graph`: takes in what a client submits, and tells plugins and listeners of it. */
import { policy } from 'distributed/_version'
import type { Clock } from 'distributed/clock'
import { dumpsError } from 'distributed/core'
import { restrictTo } from 'distributed/scheduler-addresses'
import { hasLostDependencies } from 'distributed/scheduler-graph'
import { updateGraphDetails } from 'distributed/scheduler-hooks'
import type { SchedulerLoop } from 'distributed/scheduler-loop'
import type { NewTask, SchedulerInstruction } from 'distributed/scheduler-tasks'

/** Graphs that come within this many seconds are of one generation. client.py `submit`: `fifo_timeout` */
const FIFO_TIMEOUT = 0.1

/** Older generations go first. scheduler.py `_set_priorities` */
export function createGenerations(clock: Clock): { readonly next: () => number } {
  let generation = 0
  let last = 0
  return {
    next: () => {
      const now = clock.now()
      if (last + FIFO_TIMEOUT < now) {
        generation += 1
        last = now
      }
      return generation
    },
  }
}

interface Graph {
  readonly client: string
  readonly tasks: readonly NewTask[]
}

export function updateGraph(
  scheduler: SchedulerLoop,
  generations: { readonly next: () => number },
  { client, tasks }: Graph,
): void {
  const stimulusId = scheduler.nextId('update-graph')
  const broken = brokenBy(scheduler, tasks)
  if (broken !== null) {
    breakOff(scheduler, { client, tasks }, { error: broken.error, stimulusId })
    return
  }
  const isLost = hasLostDependencies(scheduler.state, tasks)
  if (isLost) {
    const keys = tasks.map(({ key }) => key)
    const why = policy.cancelReasons === 'passed-on' ? { reason: 'lost dependencies' } : {}
    scheduler.tellClient(client, 'cancelled-keys', (comm) => comm.handleCancelledKeys(keys, why))
  } else {
    scheduler.handleStimulus({ op: 'update-graph', client, tasks, generation: generations.next() }, stimulusId)
  }
  if (policy.updateGraph !== 'stimulus') return
  const status = isLost ? 'cancelled' : 'OK'
  scheduler.logEvent(['scheduler', client], { action: 'update-graph', stimulusId, status })
}

/** What the scheduler trips over while it takes the graph in: workers that are none. */
function brokenBy({ state }: SchedulerLoop, tasks: readonly NewTask[]): { readonly error: unknown } | null {
  try {
    for (const { key, workers } of tasks) if (!state.tasks.has(key)) restrictTo(state.workers, workers ?? [])
    return null
  } catch (error) {
    return { error }
  }
}

/** scheduler.py `update_graph`: as of 2025.7.0 the futures fail. As of 2024.10.0 the client's stream breaks, and all its futures go with it. */
function breakOff(
  scheduler: SchedulerLoop,
  { client, tasks }: Graph,
  { error, stimulusId }: { readonly error: unknown; readonly stimulusId: string },
): void {
  if (policy.brokenGraph === 'fails') {
    const keys = tasks.map(({ key }) => key)
    scheduler.logEvent(['scheduler', client], { action: 'update-graph', stimulusId, status: 'error' })
    scheduler.log('ERROR', String(Object(error).message))
    for (const key of keys) {
      scheduler.tellClient(client, 'task-erred', (comm) => comm.handleTaskErred(key, dumpsError(error)), { key })
    }
    return
  }
  scheduler.reconnect(client, error)
}

export function announceGraph(
  scheduler: SchedulerLoop,
  graph: SchedulerInstruction & { readonly op: 'update-graph' },
  stimulusId: string,
): void {
  const { client, keys } = graph
  // Before all graphs were told of, only larger ones were. scheduler.py `_create_taskstate_from_graph`
  const isTold = policy.updateGraph === 'dependencies' && keys.length > 1
  if (isTold) scheduler.logEvent(['all', client], { action: 'update_graph', count: keys.length })
  if (scheduler.plugins.size === 0) return
  const details = updateGraphDetails(graph, stimulusId)
  scheduler.notify('updateGraph', [scheduler, details], details)
}
