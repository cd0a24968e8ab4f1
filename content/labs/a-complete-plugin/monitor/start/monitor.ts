/** Measures how long tasks take. Sends its readings four at a time. */
import { type Worker, WorkerPlugin } from 'distributed'
import { now } from './time.ts'

export interface Reading {
  readonly task: string
  readonly worker: string
  /** How long it took, in milliseconds. */
  readonly ms: number
}

const BATCH = 4

export class Monitor extends WorkerPlugin {
  override readonly name = 'monitor'
  worker: Worker | null = null
  begun = new Map<string, number>()
  readings: Reading[] = []

  override setup(worker: Worker) {
    this.worker = worker
  }

  override transition(key: string, start: string, finish: string) {
    if (this.worker === null) return
    const at = now(this.worker)
    if (finish === 'executing') this.begun.set(key, at)
    if (start === 'executing' && finish === 'memory') {
      const ms = at - (this.begun.get(key) ?? at)
      this.readings.push({ task: key, worker: this.worker.address, ms })
      if (this.readings.length === BATCH) this.send(this.worker)
    }
  }

  send(worker: Worker) {
    worker.logEvent('monitor', this.readings)
    this.readings = []
  }
}
