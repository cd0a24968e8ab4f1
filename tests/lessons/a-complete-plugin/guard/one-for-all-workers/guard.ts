/** Takes a connection and a folder for each worker, and gives them back. */
import { type Worker, WorkerPlugin } from 'distributed'
import { acquire, type Handle } from './pool.ts'

let connection: Handle | null = null
let folder: Handle | null = null

export class Guard extends WorkerPlugin {
  override readonly name = 'guard'

  override setup(worker: Worker) {
    connection = acquire('connection', worker.address)
    folder = acquire('folder', worker.address)
  }

  /** Also runs where setup failed half-way: gives back what there is. */
  override teardown() {
    folder?.release()
    connection?.release()
  }
}
