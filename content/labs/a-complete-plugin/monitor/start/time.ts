/** The cluster's time in milliseconds. Only tasks make it move. */
import { getWorker, type Worker } from 'distributed'

export function now(worker: Worker): number {
  return Math.round(worker.scheduler.clock.now() * 1000)
}

/** What a task calls to take time. */
export function sleep(ms: number): void {
  getWorker().scheduler.clock.advance(ms / 1000)
}
