/** Takes a helper from pool.ts that no other pool has. */
import { type Worker, WorkerPlugin } from 'distributed'
import { acquire, type Handle, releaseAll } from './pool.ts'

export class Guard extends WorkerPlugin {
  override readonly name = 'guard'
  handles: Handle[] = []

  override setup(worker: Worker) {
    for (const what of ['connection', 'folder']) this.handles.push(acquire(what, worker.address))
  }

  override teardown() {
    releaseAll(this.handles)
  }
}
