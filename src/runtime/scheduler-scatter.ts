/** distributed/scheduler.py `scatter`: puts values on workers, each in its turn, or on all of them. */
import { call } from 'distributed/core'
import { TimeoutError } from 'distributed/exceptions'
import { loads, type Pickled } from 'distributed/protocol/pickle'
import type { Scheduler } from 'distributed/scheduler'
import { requireAddress } from 'distributed/scheduler-addresses'
import { classOf } from 'distributed/single-dispatch'
import { sizeof } from 'distributed/sizeof'
import type { Worker } from 'distributed/worker'

interface Scatter {
  readonly client: string
  readonly values: Readonly<Record<string, Pickled>>
  /** Names or addresses, as the caller gave them; null for all. */
  readonly workers: readonly unknown[] | null
  readonly broadcast: boolean
}

/** @throws TypeError, ValueError for workers that are not there; TimeoutError where none is running */
export async function scatter(scheduler: Scheduler, { client, values, workers, broadcast }: Scatter): Promise<void> {
  const addresses = workers?.map((name) => requireAddress(scheduler.state.workers, name))
  const chosen = [...scheduler.workers.values()].filter(({ status, address }) => {
    return status === 'running' && (addresses?.includes(address) ?? true)
  })
  if (chosen.length === 0) throw new TimeoutError('No valid workers found')
  const shares = new Map<Worker, string[]>(chosen.map((worker) => [worker, []]))
  const keys = Object.keys(values)
  const first = scheduler.takeTurns(keys.length)
  const data = keys.map((key, place) => {
    const turn = chosen[(first + place) % chosen.length]
    const holders = broadcast ? chosen : chosen.filter((worker) => worker === turn)
    for (const worker of holders) shares.get(worker)?.push(key)
    const value = values[key]?.snapshot
    const typename = classOf(value)?.name ?? 'NoneType'
    return { key, workers: holders.map(({ address }) => address), nbytes: sizeof(value), typename }
  })
  const sent = [...shares].map(([worker, share]) => sendShare({ scheduler, worker, values }, share))
  await Promise.all(sent)
  scheduler.handleStimulus({ op: 'update-data', client, data })
  scheduler.logEvent([client, 'all'], { action: 'scatter', client, count: keys.length })
}

interface Sending {
  readonly scheduler: Scheduler
  readonly worker: Worker
  readonly values: Readonly<Record<string, Pickled>>
}

async function sendShare({ scheduler, worker, values }: Sending, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const route = { from: scheduler.address, to: worker.address, op: 'update_data' }
  const data = new Map(keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]] as const])))
  await call(route, { keys }, () => {
    const own = [...data].map(([key, value]) => [key, loads(value)] as const)
    worker.handleStimulus({ op: 'update-data', data: new Map(own) })
  })
}
