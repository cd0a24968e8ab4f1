/** Takes a connection and a folder for each worker, and gives them back. */
import { type Worker, WorkerPlugin } from 'distributed'
import { acquire, type Handle } from './pool.ts'

const taken = new Set<string>()

export class Guard extends WorkerPlugin {
  override readonly name = 'guard'
  connection: Handle | null = null
  folder: Handle | null = null

  override setup(worker: Worker) {
    if (taken.has(worker.address)) return
    taken.add(worker.address)
    this.connection = acquire('connection', worker.address)
    this.folder = acquire('folder', worker.address)
  }

  /** Also runs where setup failed half-way: gives back what there is. */
  override teardown() {
    this.folder?.release()
    this.connection?.release()
  }
}
