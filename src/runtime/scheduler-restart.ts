/** distributed/scheduler.py `restart`: every task is forgotten, and every worker that has a nanny begins anew. */
import { TimeoutError } from 'distributed/exceptions'
import type { Scheduler } from 'distributed/scheduler'

export interface RestartOptions {
  /** Whether to wait until there are as many workers as before. Default true. */
  readonly waitForWorkers?: boolean
}

/** @throws TimeoutError where workers had no nanny, since nobody starts them again */
export async function restart(scheduler: Scheduler, { waitForWorkers = true }: RestartOptions): Promise<void> {
  const stimulusId = scheduler.nextId('client-restart')
  scheduler.log('INFO', `Restarting workers and releasing all keys (stimulus_id='${stimulusId}')`)
  for (const [address, wanted] of scheduler.state.clients) {
    const keys = [...wanted].map(({ key }) => key)
    scheduler.handleStimulus({ op: 'client-releases-keys', client: address, keys })
  }
  scheduler.tellClients('restart', (comm) => comm.handleRestart())
  scheduler.notify('restart', [scheduler], {})
  await restartWorkers(scheduler, { waitForWorkers, stimulusId })
}

interface RestartWorkers extends Required<RestartOptions> {
  readonly stimulusId: string
}

/** scheduler.py `restart_workers` */
async function restartWorkers(scheduler: Scheduler, { waitForWorkers, stimulusId }: RestartWorkers): Promise<void> {
  const workers = [...scheduler.workers.values()]
  const addresses = workers.map(({ address }) => address)
  scheduler.log('INFO', `Restarting all workers (stimulus_id='${stimulusId}'`)
  const alone = workers.filter(({ nanny }) => nanny === null)
  if (alone.length > 0) {
    const names = listOf(alone.map(({ address }) => address))
    scheduler.log('WARNING', `Workers ${names} do not use a nanny and will be terminated without restarting them`)
    await Promise.all(alone.map(({ address }) => scheduler.removeWorker(address, { stimulusId, close: true })))
  }
  const nannies = scheduler.nanniesOf(addresses)
  await Promise.all(nannies.map((nanny) => nanny.kill(stimulusId)))
  scheduler.logEvent('all', { action: 'restart-workers', workers: addresses })
  if (!waitForWorkers) return
  await Promise.all(nannies.map((nanny) => nanny.instantiate()))
  const missing = workers.length - scheduler.workers.size
  if (missing > 0) throw new TimeoutError(timedOut({ all: workers.length, missing, alone: alone.length }))
  scheduler.log('INFO', `Workers restart finished (stimulus_id='${stimulusId}'`)
}

/** In Dask the client waits for this long; here nobody is going to start them, so there is nothing to wait for. */
const TIMEOUT = 120

function timedOut({ all, missing, alone }: { readonly all: number; readonly missing: number; readonly alone: number }) {
  const waited =
    `Waited for ${all} worker(s) to reconnect after restarting but, after ${TIMEOUT}s, ${missing} have not returned. ` +
    'Consider a longer timeout, or `wait_for_workers=False`.'
  const why =
    ` The ${alone} worker(s) not using Nannies were just shut down instead of restarted (restart is only possible with Nannies). ` +
    'If your deployment system does not automatically re-launch terminated processes, then those workers will never come back, ' +
    'and `Client.restart` will always time out. Do not use `Client.restart` in that case.'
  return alone > 0 ? `${waited}${why}` : waited
}

/** As Python prints a list of strings. */
function listOf(items: readonly string[]): string {
  return `[${items.map((item) => `'${item}'`).join(', ')}]`
}
