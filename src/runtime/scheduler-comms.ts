/** What the scheduler says to clients, and to its log: its streams' other ends. */
import type { Pickled } from 'distributed/protocol/pickle'
import type { SchedulerMessage } from 'distributed/scheduler-tasks'

/** The client's end of its stream. */
export interface ClientComm {
  readonly address: string
  readonly handleKeyInMemory: (key: string) => void
  readonly handleTaskErred: (key: string, exception: Pickled) => void
  readonly handleLostData: (key: string) => void
  readonly handleRetriedKey: (key: string) => void
  readonly handleCancelledKeys: (keys: readonly string[], why: CancelReason) => void
  readonly handleRestart: () => void
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
      comm.handleKeyInMemory(message.key)
      break
    case 'task-erred':
      comm.handleTaskErred(message.key, message.exception)
      break
    case 'lost-data':
      comm.handleLostData(message.key)
      break
    case 'task-retried':
      comm.handleRetriedKey(message.key)
  }
}

/** The line of the log about results that went with their worker. */
export function lostTasks(
  address: string,
  { keys, stimulus }: { readonly keys: readonly string[]; readonly stimulus: string },
): string {
  const lost = `Removing worker '${address}' caused the cluster to lose already computed task(s), which will be recomputed elsewhere`
  return `${lost}: {${keys.map((key) => `'${key}'`).join(', ')}} (stimulus_id='${stimulus}')`
}
