/** Under no name, in fractions of a millisecond, with helpers of its own, and with all readings sent in the end. */
import { type Worker, WorkerPlugin } from 'distributed'
import { Stopwatch } from './stopwatch.ts'

export class Monitor extends WorkerPlugin {
  watch = new Stopwatch()
  readings: object[] = []
  worker: Worker | null = null

  override setup(worker: Worker) {
    this.worker = worker
  }

  override transition(task: string, start: string, finish: string) {
    if (this.worker === null) return
    const { address, scheduler } = this.worker
    if (finish === 'executing') this.watch.start(task, scheduler.clock.now())
    if (start !== 'executing') return
    this.readings.push({ ms: this.watch.stop(task, scheduler.clock.now()) * 1000, task, worker: address, finish })
  }

  override teardown(worker: Worker) {
    for (const reading of this.readings.splice(0)) worker.logEvent('monitor', reading)
  }
}
