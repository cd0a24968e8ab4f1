/** Keeps the handles beside the class, by worker. */
import { type Worker, WorkerPlugin } from 'distributed'
import { acquire, type Handle } from './pool.ts'

const taken = new WeakMap<Guard, Handle[]>()

export class Guard extends WorkerPlugin {
  override readonly name = 'guard'

  override setup(worker: Worker) {
    const handles: Handle[] = []
    taken.set(this, handles)
    for (const what of ['connection', 'folder']) handles.push(acquire(what, worker.address))
  }

  override teardown() {
    for (const handle of taken.get(this) ?? []) handle.release()
    taken.delete(this)
  }
}
