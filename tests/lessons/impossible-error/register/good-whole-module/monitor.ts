/** A plugin for the workers: prints what becomes of their tasks. */
import type { Worker } from 'dask/distributed'
import * as distributed from 'distributed'

export class TaskMonitor extends distributed.WorkerPlugin {
  override setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  override transition(key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`${key}: ${finish}`)
  }
}
