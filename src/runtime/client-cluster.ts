/** distributed/client.py `Client`, what it asks of the cluster as a whole: who is there, what is where, what was said, and to begin anew. */
import { policy } from 'distributed/_version'
import { ClientConnection } from 'distributed/client-connection'
import { call, dumpsError } from 'distributed/core'
import { KeyError, TimeoutError, ValueError, WorkerStartTimeoutError } from 'distributed/exceptions'
import { type FutureArgument, futuresOf } from 'distributed/future'
import { dumps, loads, type Pickled } from 'distributed/protocol/pickle'
import { repr, text } from 'distributed/python-repr'
import type { Scheduler } from 'distributed/scheduler'
import { requireAddress, type WorkerName } from 'distributed/scheduler-addresses'
import type { LoggedEvent } from 'distributed/scheduler-events'
import { type SchedulerInfo, schedulerIdentity } from 'distributed/scheduler-identity'
import { type RestartOptions, type RestartOutcome, restart, restartWorkers } from 'distributed/scheduler-restart'
import type { Retired, RetireOptions } from 'distributed/scheduler-retire-workers'
import type { Worker } from 'distributed/worker'

export interface RunOptions {
  readonly workers?: readonly WorkerName[]
  readonly onError?: 'raise' | 'return' | 'ignore'
}

/** Lists of keys or addresses, by the one or the other. */
export type Listing = Readonly<Record<string, readonly string[]>>

export class ClusterClient extends ClientConnection {
  readonly #subscriptions = new Map<string, () => void>()

  /** client.py `scheduler_info`: who is there. */
  schedulerInfo(): SchedulerInfo {
    return schedulerIdentity(this.scheduler)
  }

  /** client.py `nthreads`: how many threads each worker has. */
  nthreads(): Readonly<Record<string, number>> {
    const { workers } = this.scheduler.state
    return Object.fromEntries([...workers.values()].map(({ address, nthreads }) => [address, nthreads]))
  }

  /** client.py `who_has`: the workers that have each result; of all tasks, unless futures are given. */
  whoHas(futures?: FutureArgument): Listing {
    const { tasks } = this.scheduler.state
    const keys = futures === undefined ? [...tasks.keys()] : futuresOf(futures).map(({ key }) => key)
    return Object.fromEntries(
      keys.map((key) => [key, [...(tasks.get(key)?.whoHas ?? [])].map(({ address }) => address)]),
    )
  }

  /** client.py `has_what`: the keys of the results that each worker has. */
  hasWhat(): Listing {
    const workers = [...this.scheduler.state.workers.values()]
    return Object.fromEntries(workers.map(({ address, hasWhat }) => [address, [...hasWhat].map(({ key }) => key)]))
  }

  /** client.py `processing`: the keys of the tasks that each worker has been given and has not finished. */
  processing(): Listing {
    const workers = [...this.scheduler.state.workers.values()]
    return Object.fromEntries(
      workers.map(({ address, processing }) => [address, [...processing].map(({ key }) => key)]),
    )
  }

  /**
   * client.py `wait_for_workers`: resolves when that many are running.
   * @param timeout with it, workers that nobody has asked for are not waited for. In seconds, for the message
   * @throws WorkerStartTimeoutError before Dask 2026.3.0 a plain TimeoutError; ValueError for no number of workers
   */
  async waitForWorkers(nWorkers: number, { timeout }: { readonly timeout?: number } = {}): Promise<void> {
    if (!Number.isInteger(nWorkers) || nWorkers < 1) {
      throw new ValueError(`\`n_workers\` must be a positive integer. Instead got ${nWorkers}.`)
    }
    for (;;) {
      await this.ready('client.waitForWorkers()')
      await this.cluster.started()
      const running = [...this.scheduler.state.workers.values()].filter(({ status }) => status === 'running').length
      if (running >= nWorkers) return
      const message = `Only ${running}/${nWorkers} workers arrived after ${timeout}`
      if (timeout !== undefined) {
        throw policy.workerStartTimeout === 'named' ? new WorkerStartTimeoutError(message) : new TimeoutError(message)
      }
      await Promise.race([this.gone, nextWorker(this.scheduler)])
    }
  }

  /**
   * client.py `run`: calls the function on every worker at once, whatever else they are doing. In Dask, one that names a
   * parameter `dask_worker` is given the worker; here it comes after the arguments.
   * @param options `workers`: addresses; all workers, unless given. `onError`: what becomes of an error; `return` puts it where
   * the result would be, `ignore` leaves it out
   * @throws what the function threw; TypeError, ValueError for what is no address of a worker that is there
   */
  async run<R>(
    fn: (...args: readonly never[]) => R,
    args: readonly unknown[] = [],
    { workers, onError = 'raise' }: RunOptions = {},
  ): Promise<Readonly<Record<string, Awaited<R>>>> {
    await this.ready('client.run()')
    const asked = { function: dumps(fn), args: dumps(args) }
    const run = (worker: Worker) => call(this.#routeTo(worker, 'run'), asked, () => runAt(worker, fn, asked.args))
    const { state, workers: all } = this.scheduler
    const addresses = workers?.map((name) => addressForBroadcast(state.workers, name))
    const chosen = [...all.values()].filter(({ address }) => addresses?.includes(address) ?? true)
    const ran = await Promise.all(chosen.map(async (worker) => [worker.address, await run(worker)] as const))
    return Object.fromEntries(ran.flatMap(([address, one]) => told(one, onError).map((result) => [address, result])))
  }

  /** client.py `run_on_scheduler`. In Dask, one that names a parameter `dask_scheduler` is given the scheduler; here it comes after the arguments. */
  async runOnScheduler<R>(fn: (...args: readonly never[]) => R, args: readonly unknown[] = []): Promise<Awaited<R>> {
    await this.ready('client.runOnScheduler()')
    const asked = { function: dumps(fn), args: dumps(args) }
    this.scheduler.logEvent('all', { action: 'run-function', function: fn.name || 'lambda' })
    return resultOf(await call(this.route('run_function'), asked, () => runAt(this.scheduler, fn, asked.args)))
  }

  /**
   * Forgets all tasks and starts the workers anew.
   * @throws TimeoutError where workers have no nannies, since those do not come back
   */
  async restart({ timeout = 120, waitForWorkers = true }: RestartOptions = {}): Promise<void> {
    await this.ready('client.restart()')
    const message = { timeout, waitForWorkers }
    await call(this.route('restart'), message, (options) => restart(this.scheduler, options))
  }

  /**
   * client.py `restart_workers`: starts some workers anew; their tasks run elsewhere, or again.
   * @param workers names or addresses
   * @throws ValueError where one of them has no nanny
   */
  async restartWorkers(workers: readonly (string | number)[]): Promise<RestartOutcome> {
    await this.ready('client.restartWorkers()')
    const known = [...this.scheduler.workers.values()]
    const chosen = workers.map((asked) => ({ asked, worker: known.find((one) => isNamed(one, asked)) }))
    const alone = chosen.find(({ worker }) => worker?.nanny === null)?.worker
    if (alone !== undefined) {
      throw new ValueError(`Restarting workers requires a nanny to be used. Worker ${alone.address} has type Worker.`)
    }
    const message = { workers: chosen.map(({ asked, worker }) => worker?.address ?? String(asked)) }
    const stimulusId = this.scheduler.nextId('client-restart-workers')
    const outcome = await call(this.route('restart_workers'), message, (told) =>
      restartWorkers(this.scheduler, { ...told, stimulusId, timeout: 120, waitForWorkers: true }),
    )
    return Object.fromEntries(
      chosen.map(({ asked, worker }) => [String(asked), requireOutcome(outcome, worker, asked)]),
    )
  }

  /**
   * client.py `retire_workers`: closes workers once others have what only they had.
   * @param workers addresses; without them, the options say who, or those go that can best be spared
   * @returns what is known of those that have gone
   * @throws TypeError where it is said in more than one way who is to go
   */
  async retireWorkers(workers?: readonly string[] | null, options: RetireOptions = {}): Promise<Retired> {
    await this.ready('client.retireWorkers()')
    const message = { workers: workers ?? null, options: { closeWorkers: true, ...options } }
    return call(this.route('retire_workers'), message, (told) =>
      this.scheduler.retireWorkers(told.workers, told.options),
    )
  }

  /** client.py `log_event` */
  async logEvent(topic: string | readonly string[], message: unknown): Promise<void> {
    await this.ready('client.logEvent()')
    const pickled = dumps(message)
    await call(this.route('log_event'), { topic, msg: pickled }, () => this.scheduler.logEvent(topic, loads(pickled)))
  }

  /** client.py `get_events` @returns what was said under the topic, or, without one, under each of all topics */
  getEvents(topic: string): Promise<readonly LoggedEvent[]>
  getEvents(): Promise<Readonly<Record<string, readonly LoggedEvent[]>>>
  async getEvents(topic?: string): Promise<unknown> {
    await this.ready('client.getEvents()')
    const { events } = this.scheduler
    return call(this.route('events'), { topic }, () =>
      loads(dumps(topic === undefined ? Object.fromEntries(events.all()) : events.get(topic))),
    )
  }

  /** client.py `subscribe_topic`: calls the handler with each event, until another takes its place. @returns what ends the subscription */
  subscribeTopic(topic: string, handler: (event: LoggedEvent) => void): () => void {
    this.requireOpen('client.subscribeTopic()')
    this.#subscriptions.get(topic)?.()
    const stop = this.scheduler.events.subscribe(topic, (event) => handler(loads(dumps(event))))
    this.#subscriptions.set(topic, stop)
    return stop
  }

  /** client.py `unsubscribe_topic` @throws ValueError where there never was a subscription */
  unsubscribeTopic(topic: string): void {
    this.requireOpen('client.unsubscribeTopic()')
    const stop = this.#subscriptions.get(topic)
    if (stop === undefined) throw new ValueError(`No event handler known for topic ${topic}.`)
    stop()
  }

  override async close(): Promise<void> {
    for (const stop of this.#subscriptions.values()) stop()
    return super.close()
  }

  #routeTo({ address }: Worker, op: string) {
    return { from: this.address, to: address, op }
  }
}

/** scheduler.py `broadcast`: takes addresses only. @throws TypeError, ValueError for what is none of a worker that is there */
function addressForBroadcast(known: Scheduler['state']['workers'], name: WorkerName): string {
  if (typeof name === 'number') throw new TypeError("expected str, got 'int'")
  return requireAddress(known, name)
}

function isNamed({ name, address }: Worker, asked: string | number): boolean {
  return asked === address || asked === name
}

/** In Dask too, a worker that is not there shows only in the answer. */
function requireOutcome(outcome: RestartOutcome, worker: Worker | undefined, asked: string | number): 'OK' | 'removed' {
  const found = outcome[worker?.address ?? '']
  if (found === undefined) throw new KeyError(typeof asked === 'number' ? String(asked) : text(asked))
  return found
}

async function nextWorker({ events }: Scheduler): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = events.subscribe('all', ([, message]) => {
      if (Object(message).action !== 'add-worker') return
      stop()
      resolve()
    })
  })
}

type Ran<R> = { readonly kind: 'value'; readonly value: R } | { readonly kind: 'error'; readonly error: Pickled }

/** The result goes back as a copy, and so does an error. distributed/worker.py `run` */
async function runAt<R>(
  process: Worker | Scheduler,
  fn: (...args: readonly never[]) => R,
  args: Pickled<readonly unknown[]>,
): Promise<Ran<Awaited<R>>> {
  try {
    // Whatever the function takes, it is called with what was given for it.
    const result = await Reflect.apply(fn, undefined, [...loads(args), process])
    return { kind: 'value', value: loads(dumps(result)) }
  } catch (error) {
    return { kind: 'error', error: dumpsError(error) }
  }
}

/** @returns the result in a list, or nothing. client.py `_run` */
function told<R>(ran: Ran<R>, onError: string): readonly R[] {
  if (ran.kind === 'value' || onError === 'raise') return [resultOf(ran)]
  if (onError === 'ignore') return []
  // Whoever asked for it expects errors among the results.
  if (onError === 'return') return [loads(ran.error) as R]
  throw new ValueError(`on_error must be 'raise', 'return', or 'ignore'; got ${repr(onError)}`)
}

function resultOf<R>(ran: Ran<R>): R {
  if (ran.kind === 'error') throw loads(ran.error)
  return ran.value
}
