/** Sends each reading at once: there is nothing to forget. */
import { type Worker, WorkerPlugin } from 'distributed'
import { now } from './time.ts'

export class Monitor extends WorkerPlugin {
  override readonly name = 'monitor'
  worker: Worker | null = null
  begun = new Map<string, number>()

  override setup(worker: Worker) {
    this.worker = worker
  }

  override transition(task: string, start: string, finish: string) {
    if (this.worker === null) return
    const at = now(this.worker)
    if (start === 'executing') {
      this.worker.logEvent('monitor', { task, worker: this.worker.address, ms: at - (this.begun.get(task) ?? at) })
    }
    if (finish === 'executing') this.begun.set(task, at)
  }
}
