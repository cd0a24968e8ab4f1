/** Keeps its worker in a private field, which the copies on the workers do not have. */
import { type Worker, WorkerPlugin } from 'distributed'

export class TaskMonitor extends WorkerPlugin {
  #worker: Worker | null = null

  override setup(worker: Worker) {
    this.#worker = worker
    console.log(`watching ${this.#worker.address}`)
  }
}
