/** distributed/scheduler.py `stimulus_cancel`: takes tasks from their client, and with them all that depends on them. */
import type { Scheduler } from 'distributed/scheduler'
import type { CancelReason } from 'distributed/scheduler-comms'

interface CancelOptions extends CancelReason {
  readonly client: string
  /** Whether to take them from other clients too. */
  readonly force: boolean
}

export function cancelKeys(scheduler: Scheduler, keys: readonly string[], options: CancelOptions): void {
  const { client, force, reason, msg } = options
  const { tasks } = scheduler.state
  scheduler.log('INFO', `Client ${client} requests to cancel ${keys.length} keys`)
  scheduler.logEvent(client, { action: 'cancel', count: keys.length, force })
  const cancelled: string[] = []
  const clients = new Set<string>()
  for (const key of keys) {
    const task = tasks.get(key)
    if (task === undefined) continue
    const isOnly = task.whoWants.size === 1 && task.whoWants.has(client)
    if (force || isOnly) {
      if (task.dependents.size > 0)
        cancelKeys(
          scheduler,
          [...task.dependents].map((one) => one.key),
          options,
        )
      scheduler.log('INFO', `Scheduler cancels key ${key}.  Force=${force ? 'True' : 'False'}`)
      cancelled.push(key)
    }
    for (const one of force ? task.whoWants : [client]) clients.add(one)
  }
  for (const one of clients) {
    scheduler.handleStimulus({ op: 'client-releases-keys', client: one, keys: cancelled })
  }
  const why = { ...(reason === undefined ? {} : { reason }), ...(msg === undefined ? {} : { msg }) }
  scheduler.tellClients('cancelled-keys', (comm) => comm.handleCancelledKeys(cancelled, why))
}
