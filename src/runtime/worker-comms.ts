/** distributed/worker.py: what a worker says to its scheduler, and what it asks other workers for. */
import { policy } from 'distributed/_version'
import { call, send } from 'distributed/core'
import { type Imports, loads } from 'distributed/protocol/pickle'
import type { SchedulerStimulus } from 'distributed/scheduler-tasks'
import type { Worker } from 'distributed/worker'
import { erredMessage, finishedMessage, type Run } from 'distributed/worker-runs'
import type { WorkerInstruction } from 'distributed/worker-tasks'

type Told = Exclude<WorkerInstruction, { op: 'transition' | 'execute' | 'gather-dep' }>

/** @param takeRun when the task ran, which is told once */
export function tellScheduler(worker: Worker, instruction: Told, takeRun: (key: string) => Run | undefined): void {
  const { op, ...told } = instruction
  const { address, scheduler } = worker
  const stimulus = stimulusOf(worker, instruction, takeRun)
  send({ from: address, to: scheduler.address, op }, told, () => {
    // The scheduler hears nothing more of a worker that it has removed.
    if (scheduler.workers.get(address) === worker) scheduler.handleStimulus(stimulus)
  })
}

function stimulusOf(
  { address: worker, state }: Worker,
  instruction: Told,
  takeRun: (key: string) => Run | undefined,
): SchedulerStimulus {
  if (instruction.op === 'task-finished') {
    const { op, key, runId } = instruction
    return { op, worker, key, runId, message: finishedMessage(state.data.get(key), takeRun(key)) }
  }
  if (instruction.op === 'task-erred') {
    const { op, key, runId, exception } = instruction
    return { op, worker, key, runId, message: erredMessage(exception, takeRun(key)) }
  }
  return { ...instruction, worker }
}

/** distributed.yaml `comm.timeouts.connect`, in seconds. */
const CONNECT_TIMEOUT = 30

/** Since Dask 2024.10.0, it is an event that a task asks for a client. */
export function logTaskClient(
  worker: Worker,
  topic: 'worker-get-client' | 'worker-client',
  { address }: { readonly address: string },
): void {
  if (policy.taskClients === 'logged') worker.logEvent(topic, { client: address, timeout: CONNECT_TIMEOUT })
}

interface Asked {
  readonly worker: string
  readonly keys: readonly string[]
}

/** worker.py `gather_dep`: asks another worker for results. */
export async function gatherDep(self: Worker, { worker, keys }: Asked, imports: Imports): Promise<void> {
  const other = self.scheduler.workers.get(worker)
  if (other === undefined || other.status === 'closed') {
    self.handleStimulus({ op: 'gather-dep-network-failure', worker, keys })
    return
  }
  const route = { from: self.address, to: worker, op: 'get_data' }
  const pickled = await call(route, { keys }, (message) => other.getData(message.keys))
  const data = new Map(Object.entries(pickled).map(([key, value]) => [key, loads(value, imports)]))
  self.handleStimulus({ op: 'gather-dep-success', worker, keys, data })
}
