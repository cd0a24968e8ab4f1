/** distributed/scheduler.py `retire_workers`: workers leave once others have what only they had. */
import { countStuck, isMoved } from 'distributed/active-memory-manager'
import { send } from 'distributed/core'
import { text } from 'distributed/python-repr'
import type { Scheduler } from 'distributed/scheduler'
import { type WorkerInfo, workerIdentity } from 'distributed/scheduler-identity'
import type { CloseOptions } from 'distributed/scheduler-retire'
import type { WorkerState } from 'distributed/scheduler-tasks'

export interface RetireOptions extends CloseOptions {
  /** Names of the workers to retire, in place of addresses. With neither, those that can best be spared go. */
  readonly names?: readonly (string | number)[]
  /** Whether they are closed. Default true. */
  readonly closeWorkers?: boolean
  /** Whether the scheduler forgets them at once. Default true. */
  readonly remove?: boolean
}

/** What is known of each worker that was retired, by its address. One that has what nobody else could take stays, and is missing. */
export type Retired = Readonly<Record<string, WorkerInfo>>

/** So many turns are given to what is under way before it is asked for again. */
const TURNS = 50

/** @throws TypeError where it is said in more than one way who is to go */
export async function retireWorkers(
  scheduler: Scheduler,
  workers: readonly string[] | null,
  { names, closeWorkers = false, remove = true, ...which }: RetireOptions,
): Promise<Retired> {
  const given = Object.entries(which).filter(([, value]) => value !== undefined)
  if (names !== undefined && workers !== null) throw new TypeError('names and workers are mutually exclusive')
  if ((names !== undefined || workers !== null) && given.length > 0) {
    const said = given.map(([name, value]) => `${text(name)}: ${value}`).join(', ')
    throw new TypeError(`Parameters for workers_to_close() are mutually exclusive with names and workers: {${said}}`)
  }
  const stimulusId = scheduler.nextId('retire-workers')
  const chosen = choose(scheduler, { workers, names, which, stimulusId })
  if (chosen.length === 0) return {}
  const before = new Map(chosen.map((worker) => [worker, worker.status]))
  const closing = new Map(chosen.map((worker) => [worker, prepareClose(scheduler, worker, { remove })]))
  for (const { address } of chosen) {
    scheduler.handleWorkerStatusChange(address, 'closing_gracefully')
    tellStatus(scheduler, address, 'closing_gracefully')
  }
  const told = await Promise.all(
    chosen.map(async (worker) => {
      const isGone = await moved(scheduler, worker)
      if (isGone && remove) await scheduler.removeWorker(worker.address, { expected: true, stimulusId })
      logOutcome(scheduler, worker, { isGone, stimulusId })
      return { worker, isGone, info: workerIdentity(worker) }
    }),
  )
  const retired = told.filter(({ isGone }) => isGone)
  const stuck = told.filter(({ isGone }) => !isGone)
  const addresses = retired.map(({ worker }) => worker.address)
  const couldNotRetire = stuck.map(({ worker }) => worker.address)
  scheduler.logEvent('all', { action: 'retire-workers', retired: addresses, couldNotRetire, stimulusId })
  scheduler.logEvent(addresses, { action: 'retired', stimulusId })
  scheduler.logEvent(couldNotRetire, { action: 'could-not-retire', stimulusId })
  // What the workers are told reaches them after all this.
  if (closeWorkers) for (const { worker } of retired) closing.get(worker)?.()
  for (const { worker } of stuck) tellStatus(scheduler, worker.address, before.get(worker) ?? 'running')
  return Object.fromEntries(retired.map(({ worker, info }) => [worker.address, info]))
}

interface Choice {
  readonly workers: readonly string[] | null
  readonly names: readonly (string | number)[] | undefined
  readonly which: CloseOptions
  readonly stimulusId: string
}

function choose(scheduler: Scheduler, { workers, names, which, stimulusId }: Choice): readonly WorkerState[] {
  const all = [...scheduler.state.workers.values()]
  if (names !== undefined) {
    scheduler.log('INFO', `Retire worker names [${names.map((name) => printed(name)).join(', ')}]`)
    const wanted = new Set(names.map(String))
    return all.filter(({ name }) => wanted.has(String(name)))
  }
  if (workers !== null) {
    const list = workers.map((address) => printed(address)).join(', ')
    scheduler.log('INFO', `Retire worker addresses (stimulus_id='${stimulusId}') [${list}]`)
  }
  const addresses = workers ?? scheduler.workersToClose(which)
  return all.filter(({ address }) => addresses.includes(address))
}

function printed(name: string | number): string {
  return typeof name === 'number' ? String(name) : text(name)
}

function tellStatus(scheduler: Scheduler, address: string, status: WorkerState['status']): void {
  const worker = scheduler.workers.get(address)
  if (worker === undefined) return
  const route = { from: scheduler.address, to: address, op: 'worker-status-change' }
  send(route, { status }, () => worker.handleStatusChange(status))
}

/** @returns false where something can go nowhere. scheduler.py `_track_retire_worker` */
async function moved(scheduler: Scheduler, worker: WorkerState): Promise<boolean> {
  const isDone = () => scheduler.state.workers.get(worker.address) !== worker || isMoved(worker)
  do {
    if (countStuck(scheduler.state, worker) > 0) return false
    scheduler.handleStimulus({ op: 'move-away', worker: worker.address })
    for (let turn = 0; turn < TURNS && !isDone(); turn += 1) await null
  } while (!isDone())
  return true
}

/** @returns what asks the worker to close, and its nanny not to start another; the scheduler may have forgotten both by then */
function prepareClose(
  scheduler: Scheduler,
  { address }: WorkerState,
  { remove }: { readonly remove: boolean },
): () => void {
  const worker = scheduler.workers.get(address)
  const [nanny] = scheduler.nanniesOf([address])
  return () => {
    if (worker === undefined) return
    if (remove) {
      const route = { from: scheduler.address, to: address, op: 'close' }
      send(route, { reason: 'scheduler-remove-worker' }, (told) => worker.close(told))
    } else scheduler.closeWorker(address)
    nanny?.closeGracefully()
  }
}

interface Outcome {
  readonly isGone: boolean
  readonly stimulusId: string
}

function logOutcome(scheduler: Scheduler, { address }: WorkerState, { isGone, stimulusId }: Outcome): void {
  const id = `(stimulus_id='${stimulusId}')`
  if (isGone) scheduler.log('INFO', `Retired worker ${text(address)} ${id}`)
  else {
    const why = 'unique data could not be moved to any other worker'
    scheduler.log('WARNING', `Could not retire worker ${text(address)}: ${why} ${id}`)
  }
}
