/** distributed/deploy/local.py: a scheduler and its workers, all in this program. */
import type { Status } from 'distributed/core'
import { ValueError } from 'distributed/exceptions'
import { Nanny } from 'distributed/nanny'
import { Scheduler } from 'distributed/scheduler'
import { Worker } from 'distributed/worker'

export interface LocalClusterOptions {
  /** How many workers; 2 unless said otherwise, where Dask counts the processors. */
  readonly nWorkers?: number
  /** How many tasks each worker runs at a time. Default 1. */
  readonly threadsPerWorker?: number
  /** Whether each worker has a nanny beside it, as a process of its own has. Default true. */
  readonly processes?: boolean
}

/** Starts at once, as Dask's does; a client that is given the cluster waits until its workers have joined. */
export class LocalCluster {
  readonly scheduler = new Scheduler()
  /** By name: nannies, which hold the workers, or the workers themselves where `processes` is false. */
  readonly workers = new Map<string | number, Nanny | Worker>()
  status: Status = 'init'
  readonly #started: Promise<void>

  /** @throws ValueError where a number makes no sense */
  constructor({ nWorkers = 2, threadsPerWorker = 1, processes = true }: LocalClusterOptions = {}) {
    requireCount('nWorkers', nWorkers, 0)
    requireCount('threadsPerWorker', threadsPerWorker, 1)
    for (let name = 0; name < nWorkers; name++) {
      const options = { name, nthreads: threadsPerWorker }
      this.workers.set(name, processes ? new Nanny(this.scheduler, options) : new Worker(this.scheduler, options))
    }
    this.#started = this.#start()
  }

  /** Resolves when all its workers have joined. In Dask: `await cluster`. */
  started(): Promise<void> {
    return this.#started
  }

  /** Closes the workers, then the scheduler. Closing twice is closing once. */
  async close(): Promise<void> {
    await this.#started
    if (this.status !== 'running') return
    this.status = 'closing'
    await Promise.all([...this.workers.values()].map((worker) => worker.close()))
    await this.scheduler.close()
    this.workers.clear()
    this.status = 'closed'
  }

  async #start(): Promise<void> {
    await Promise.all([...this.workers.values()].map((worker) => worker.start()))
    this.status = 'running'
  }
}

function requireCount(option: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return
  throw new ValueError(
    `new LocalCluster({ ${option}: ${value} }): ${option} must be a whole number, at least ${least}.`,
  )
}
