/** A plugin for the workers: prints what becomes of their tasks. */
import type { Worker } from 'dask/distributed'
import { WorkerPlugin } from 'distributed'

export class TaskMonitor extends WorkerPlugin {
  override setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  override transition(_key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`a task went to ${finish}`)
  }
}
