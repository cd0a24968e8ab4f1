/** What the scheduler says to clients, and to its log: its streams' other ends. */
import { policy } from 'distributed/_version'
import type { Pickled } from 'distributed/protocol/pickle'
import { keySet, text } from 'distributed/python-repr'
import type { SchedulerMessage, WorkerState } from 'distributed/scheduler-tasks'

/** The client's end of its stream. */
export interface ClientComm {
  readonly address: string
  readonly handleKeyInMemory: (key: string, type: string | null) => void
  readonly handleTaskErred: (key: string, exception: Pickled) => void
  readonly handleLostData: (key: string) => void
  readonly handleRetriedKey: (key: string) => void
  readonly handleCancelledKeys: (keys: readonly string[], why: CancelReason) => void
  readonly handleRestart: () => void
  /** The stream has broken, and begins anew. */
  readonly handleLostConnection: () => void
  readonly handleClose: () => void
}

export interface CancelReason {
  readonly reason?: string
  readonly msg?: string
}

/** Hands a message about a task to its client. */
export function tellTask(comm: ClientComm, message: SchedulerMessage & { readonly client: string }): void {
  switch (message.op) {
    case 'key-in-memory':
      comm.handleKeyInMemory(message.key, message.type)
      break
    case 'task-erred':
      comm.handleTaskErred(message.key, message.exception)
      break
    case 'lost-data':
      comm.handleLostData(message.key)
      break
    case 'task-retried':
      comm.handleRetriedKey(message.key)
      break
    case 'cancelled-keys':
      comm.handleCancelledKeys(
        message.keys,
        policy.cancelReasons === 'passed-on' ? { reason: 'already forgotten' } : {},
      )
  }
}

/** How the log names a worker. scheduler.py `WorkerState.__repr__` */
export function nameInLog({ address, name, status, hasWhat, processing }: WorkerState): string {
  if (policy.workerLines === 'address') return `addr: ${address} name: ${name}`
  return `<WorkerState ${text(address)}, name: ${name}, status: ${status}, memory: ${hasWhat.size}, processing: ${processing.size}>`
}

/** The line of the log about results that went with their worker. */
export function lostComputed(address: string, keys: readonly string[], stimulus: string): string {
  const lost = `Removing worker ${text(address)} caused the cluster to lose already computed task(s), which will be recomputed elsewhere`
  return `${lost}: ${keySet(keys)} (stimulus_id='${stimulus}')`
}

/** The line of the log about values that were scattered, and went with their worker. */
export function lostScattered(address: string, keys: readonly string[], stimulus: string): string {
  const lost = `Removing worker ${text(address)} caused the cluster to lose scattered data, which can't be recovered`
  return `${lost}: ${keySet(keys)} (stimulus_id='${stimulus}')`
}
