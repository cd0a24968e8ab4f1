/** A plugin for the scheduler: counts the tasks that are done. */
import { WorkerPlugin } from 'distributed'

export class Ledger extends WorkerPlugin {
  done = 0

  start() {
    console.log('the ledger is open')
  }

  override transition(_key: string, start: string, finish: string) {
    if (start === 'executing' && finish === 'memory') this.done += 1
  }

  beforeClose() {
    console.log('tasks done:', this.done)
  }
}
