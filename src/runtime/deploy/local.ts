/** distributed/deploy/local.py and spec.py: a scheduler and its workers, all in this program. */
import { takeClusterSuffix } from 'distributed/cluster-names'
import type { Status } from 'distributed/core'
import { RuntimeError, ValueError } from 'distributed/exceptions'
import { Nanny } from 'distributed/nanny'
import { Scheduler } from 'distributed/scheduler'
import type { Resources } from 'distributed/scheduler-tasks'
import { Worker } from 'distributed/worker'

export interface LocalClusterOptions {
  /** How many workers; 2 unless said otherwise, where Dask counts the processors. */
  readonly nWorkers?: number
  /** How many tasks each worker runs at a time. Default 1. */
  readonly threadsPerWorker?: number
  /** Whether each worker has a nanny beside it, as a process of its own has. Default true. */
  readonly processes?: boolean
  /** What each worker has that tasks may take, e.g. `{ GPU: 1 }`. */
  readonly resources?: Resources
  /**
   * Modules of the program that the workers cannot import, by their path in the project, e.g. `only-here.ts`: as if they ran
   * on other machines. No option of Dask's, where it is a fact of the machines.
   */
  readonly withoutModules?: readonly string[]
}

/** Starts at once, as Dask's does; a client that is given the cluster waits until its workers have joined. */
export class LocalCluster {
  readonly scheduler: Scheduler
  /** By name: nannies, which hold the workers, or the workers themselves where `processes` is false. */
  readonly workers = new Map<string | number, Nanny | Worker>()
  status: Status = 'init'
  readonly #options: Required<LocalClusterOptions>
  readonly #leave: () => void
  /** Corrections of the number of workers, one after the other. */
  #correction: Promise<void>
  #wanted: number
  #nextName = 0
  #closed: Promise<void> | null = null

  /** @throws ValueError where a number makes no sense */
  constructor({
    nWorkers = 2,
    threadsPerWorker = 1,
    processes = true,
    resources = {},
    withoutModules = [],
  }: LocalClusterOptions = {}) {
    requireCount(`new LocalCluster({ nWorkers: ${nWorkers} }): nWorkers`, nWorkers, 0)
    requireCount(`new LocalCluster({ threadsPerWorker: ${threadsPerWorker} }): threadsPerWorker`, threadsPerWorker, 1)
    this.#options = { nWorkers, threadsPerWorker, processes, resources, withoutModules }
    const { suffix, leave } = takeClusterSuffix()
    this.#leave = leave
    this.scheduler = new Scheduler({ suffix })
    this.#wanted = nWorkers
    this.#correction = this.#correct().then(() => {
      if (this.status === 'init') this.status = 'running'
    })
  }

  /** As Python's `repr`. deploy/cluster.py `__repr__` */
  toString(): string {
    const workers = [...this.scheduler.state.workers.values()]
    const threads = workers.reduce((sum, { nthreads }) => sum + nthreads, 0)
    return `LocalCluster('${this.scheduler.address}', workers=${workers.length}, threads=${threads})`
  }

  /** Resolves when all its workers have joined. In Dask: `await cluster`. */
  started(): Promise<void> {
    return this.#correction
  }

  /**
   * Asks for that many workers: new ones join, or those that came last leave. deploy/spec.py `scale`
   * @returns when it is so; Dask itself does not wait
   * @throws ValueError where the number makes no sense
   */
  scale(n: number): Promise<void> {
    requireCount(`cluster.scale(${n}): n`, n, 0)
    if (this.status === 'closing' || this.status === 'closed') {
      throw new RuntimeError(`cluster.scale(): this cluster is ${this.status}. Make the call before cluster.close().`)
    }
    this.#wanted = n
    // Dask does not wait, so that nobody hears of a worker that fails to close, but by its log.
    this.#correction = this.#correction.then(async () => void (await this.#correct()))
    return this.#correction
  }

  /**
   * Closes the workers, then the scheduler. Closing twice is closing once.
   * @throws what a failing `teardown` threw, in versions of Dask that let it pass
   */
  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    await this.#correction
    this.status = 'closing'
    this.#wanted = 0
    try {
      const [failed] = await this.#correct()
      if (failed !== undefined) throw failed.reason
    } finally {
      await this.scheduler.close()
      this.status = 'closed'
      this.#leave()
    }
  }

  /** deploy/spec.py `_correct_state_internal` @returns how workers have failed to close */
  async #correct(): Promise<readonly PromiseRejectedResult[]> {
    const leaving = [...this.workers.keys()].slice(this.#wanted)
    const closing = leaving.map((name) => this.workers.get(name)?.close())
    const closed = await Promise.allSettled(closing)
    for (const name of leaving) this.workers.delete(name)
    const joining: Promise<void>[] = []
    while (this.workers.size < this.#wanted) {
      // The name of one that has left is free again. deploy/spec.py `new_worker_spec`
      while (this.workers.has(this.#nextName)) this.#nextName += 1
      const worker = this.#createWorker(this.#nextName)
      this.workers.set(worker.name, worker)
      joining.push(worker.start())
    }
    await Promise.all(joining)
    return closed.filter((result) => result.status === 'rejected')
  }

  #createWorker(name: number): Nanny | Worker {
    const { threadsPerWorker, processes, resources, withoutModules } = this.#options
    const options = { name, nthreads: threadsPerWorker, resources, withoutModules }
    return processes ? new Nanny(this.scheduler, options) : new Worker(this.scheduler, options)
  }
}

function requireCount(what: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return
  throw new ValueError(`${what} must be a whole number, at least ${least}.`)
}
