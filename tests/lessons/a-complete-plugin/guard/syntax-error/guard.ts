/** Takes a connection and a folder from the pool for each worker. */
import { type Worker, WorkerPlugin } from 'distributed'
import { acquire, type Handle } from './pool.ts'

export class Guard extends WorkerPlugin {
  override readonly name = 'guard'
  connection: Handle | null = null
  folder: Handle | null = 

  override setup(worker: Worker) {
    this.connection = acquire('connection', worker.address)
    this.folder = acquire('folder', worker.address)
  }
}
