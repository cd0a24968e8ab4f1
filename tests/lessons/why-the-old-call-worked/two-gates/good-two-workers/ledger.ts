/** A plugin for the scheduler: counts the tasks that are done. */
import { SchedulerPlugin } from 'distributed'

export class Ledger extends SchedulerPlugin {
  done = 0

  override start() {
    console.log('the ledger is open')
  }

  override transition(_key: string, start: string, finish: string) {
    if (start === 'processing' && finish === 'memory') this.done += 1
  }

  override beforeClose() {
    console.log('tasks done:', this.done)
  }
}
