/** distributed/scheduler.py `gather`: fetches results from whoever has them. */
import { call } from 'distributed/core'
import type { Pickled } from 'distributed/protocol/pickle'
import { text } from 'distributed/python-repr'
import type { Scheduler } from 'distributed/scheduler'

/** What was found, by key. What is missing has gone meanwhile. */
export type Gathered = Readonly<Record<string, Pickled>>

export async function gather(scheduler: Scheduler, keys: readonly string[]): Promise<Gathered> {
  const { tasks } = scheduler
  const found = keys.map(async (key) => {
    const [holder] = tasks.get(key)?.whoHas ?? []
    const worker = scheduler.workers.get(holder?.address ?? '')
    if (worker === undefined) return {}
    const route = { from: scheduler.address, to: worker.address, op: 'get_data' }
    return call(route, { keys: [key] }, (message) => worker.getData(message.keys))
  })
  // Not as arguments of one call: their number has a limit, and it is lower in a browser's worker than in Node.
  const data = Object.fromEntries((await Promise.all(found)).flatMap((part) => Object.entries(part)))
  scheduler.logEvent('all', { action: 'gather', count: keys.length })
  const missing = keys.filter((key) => !(key in data))
  if (missing.length > 0) {
    const states = missing.map((key) => `${text(key)}: ${text(tasks.get(key)?.state ?? 'forgotten')}`)
    scheduler.log('ERROR', `Couldn't gather keys: {${states.join(', ')}}`)
  }
  return data
}
