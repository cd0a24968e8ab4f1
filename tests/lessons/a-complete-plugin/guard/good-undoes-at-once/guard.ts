/** What a failing setup has taken, it gives back by itself. */
import { type Worker, WorkerPlugin } from 'distributed'
import { acquire, type Handle } from './pool.ts'

export class Guard extends WorkerPlugin {
  override readonly name = 'guard'
  handles: Handle[] = []

  override async setup(worker: Worker) {
    try {
      this.handles.push(acquire('folder', worker.address))
      await null
      this.handles.push(acquire('connection', worker.address))
    } catch (error) {
      this.teardown()
      throw error
    }
  }

  override teardown() {
    for (const handle of this.handles.splice(0)) handle.release()
  }
}
