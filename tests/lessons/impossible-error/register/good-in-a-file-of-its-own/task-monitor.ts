import { type Worker, WorkerPlugin } from 'distributed'

export class TaskMonitor extends WorkerPlugin {
  override setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }
}
