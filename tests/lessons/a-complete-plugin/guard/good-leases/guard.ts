import { type Worker, WorkerPlugin } from 'distributed'
import { Lease } from './lease.ts'

export class Guard extends WorkerPlugin {
  lease: Lease | null = null

  override async setup(worker: Worker) {
    await null
    this.lease = new Lease(worker.address, 'connection', 'folder')
  }

  override async teardown() {
    await null
    this.lease?.end()
  }
}
