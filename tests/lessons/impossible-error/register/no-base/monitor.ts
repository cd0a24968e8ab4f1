/** A plugin for the workers: prints what becomes of their tasks. */
import type { Worker } from 'dask/distributed'

export class TaskMonitor {
  idempotent = false

  setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  transition(key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`${key}: ${finish}`)
  }

  teardown() {
    console.log('done')
  }
}
