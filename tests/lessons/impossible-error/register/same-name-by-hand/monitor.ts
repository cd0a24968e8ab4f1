/** A plugin for the workers: prints what becomes of their tasks. */
import type { Worker } from 'dask/distributed'

class WorkerPlugin {
  idempotent = false
  teardown() {
    console.log('done')
  }
}

export class TaskMonitor extends WorkerPlugin {
  setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  transition(key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`${key}: ${finish}`)
  }
}
