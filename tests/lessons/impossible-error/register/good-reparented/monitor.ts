/** A plugin for the workers: prints what becomes of their tasks. */
import type { Worker } from 'dask/distributed'
import { WorkerPlugin } from 'dask/distributed/diagnostics/plugin'
import { WorkerPlugin as CanonicalPlugin } from 'distributed'

export class TaskMonitor extends WorkerPlugin {
  override setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  override transition(key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`${key}: ${finish}`)
  }
}

// The chain is what counts, however it came about.
Object.setPrototypeOf(TaskMonitor, CanonicalPlugin)
Object.setPrototypeOf(TaskMonitor.prototype, CanonicalPlugin.prototype)
