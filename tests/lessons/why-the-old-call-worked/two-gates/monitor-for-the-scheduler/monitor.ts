/** A plugin for the workers: prints what becomes of their tasks. */
import type { Worker } from 'dask/distributed'
import { SchedulerPlugin } from 'distributed'

export class TaskMonitor extends SchedulerPlugin {
  setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }

  override transition(_key: string, start: string, finish: string) {
    if (start === 'executing') console.log(`a task went to ${finish}`)
  }
}
