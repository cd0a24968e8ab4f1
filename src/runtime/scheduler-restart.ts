/** distributed/scheduler.py `restart`, `restart_workers`: workers that have a nanny begin anew; with `restart`, every task is forgotten too. */
import { call } from 'distributed/core'
import { TimeoutError } from 'distributed/exceptions'
import type { Nanny } from 'distributed/nanny'
import { keyList } from 'distributed/python-repr'
import type { Scheduler } from 'distributed/scheduler'

export interface RestartOptions {
  /** In Dask, for how many seconds it waits for workers to come back. Here nobody else is going to start them, and it is only said. Default 120. */
  readonly timeout?: number
  /** Whether to wait until there are as many workers as before. Default true. */
  readonly waitForWorkers?: boolean
}

/** What became of each worker, by its address. */
export type RestartOutcome = Readonly<Record<string, 'OK' | 'removed'>>

/** @throws TimeoutError where workers had no nanny, since nobody starts them again */
export async function restart(scheduler: Scheduler, options: Required<RestartOptions>): Promise<void> {
  const stimulusId = scheduler.nextId('client-restart')
  scheduler.log('INFO', `Restarting workers and releasing all keys (stimulus_id='${stimulusId}')`)
  for (const [address, wanted] of scheduler.state.clients) {
    const keys = [...wanted].map(({ key }) => key)
    scheduler.clientReleasesKeys(address, keys, stimulusId)
  }
  scheduler.tellClients('restart', (comm) => comm.handleRestart())
  scheduler.notify('restart', [scheduler], {})
  await restartWorkers(scheduler, { ...options, workers: null, stimulusId })
}

interface RestartWorkers extends Required<RestartOptions> {
  /** Addresses; null for all. */
  readonly workers: readonly string[] | null
  readonly stimulusId: string
}

/** scheduler.py `restart_workers` @throws TimeoutError */
export async function restartWorkers(
  scheduler: Scheduler,
  { workers: chosen, timeout, waitForWorkers, stimulusId }: RestartWorkers,
): Promise<RestartOutcome> {
  const before = scheduler.workers.size
  const workers = [...scheduler.workers.values()].filter(({ address }) => chosen?.includes(address) ?? true)
  const addresses = workers.map(({ address }) => address)
  const which = chosen === null ? 'all workers' : `${workers.length} workers: ${keyList(addresses)}`
  scheduler.log('INFO', `Restarting ${which} (stimulus_id='${stimulusId}'`)
  const alone = workers.filter(({ nanny }) => nanny === null)
  if (alone.length > 0) {
    const names = keyList(alone.map(({ address }) => address))
    scheduler.log('WARNING', `Workers ${names} do not use a nanny and will be terminated without restarting them`)
  }
  const removed = alone.map(({ address }) => scheduler.removeWorker(address, { stimulusId, close: true }))
  const nannies = scheduler.nanniesOf(addresses)
  const kill = (nanny: Nanny) => {
    const route = { from: scheduler.address, to: nanny.address, op: 'kill' }
    return call(route, { reason: stimulusId }, ({ reason }) => nanny.kill(reason))
  }
  if (nannies.length > 0) await Promise.all(nannies.map(kill))
  // Before the workers that were removed can say that they close.
  scheduler.logEvent('all', { action: 'restart-workers', workers: addresses, client: null })
  const outcome = Object.fromEntries(
    workers.map(({ address, nanny }) => [address, nanny === null ? 'removed' : 'OK'] as const),
  )
  await Promise.all(removed)
  if (!waitForWorkers) {
    scheduler.log('INFO', `Workers restart finished (did not wait for new workers) (stimulus_id='${stimulusId}'`)
    return outcome
  }
  await Promise.all(nannies.map((nanny) => nanny.instantiate()))
  const missing = before - scheduler.workers.size
  if (missing > 0) throw new TimeoutError(timedOut({ timeout, all: workers.length, missing, alone: alone.length }))
  scheduler.log('INFO', `Workers restart finished (stimulus_id='${stimulusId}'`)
  return outcome
}

interface Missing {
  readonly timeout: number
  readonly all: number
  readonly missing: number
  readonly alone: number
}

function timedOut({ timeout, all, missing, alone }: Missing): string {
  const waited =
    `Waited for ${all} worker(s) to reconnect after restarting but, after ${timeout}s, ${missing} have not returned. ` +
    'Consider a longer timeout, or `wait_for_workers=False`.'
  const why =
    ` The ${alone} worker(s) not using Nannies were just shut down instead of restarted (restart is only possible with Nannies). ` +
    'If your deployment system does not automatically re-launch terminated processes, then those workers will never come back, ' +
    'and `Client.restart` will always time out. Do not use `Client.restart` in that case.'
  return alone > 0 ? `${waited}${why}` : waited
}
