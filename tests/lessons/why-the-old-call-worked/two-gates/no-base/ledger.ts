/** A plugin for the scheduler: counts the tasks that are done. */
export class Ledger {
  done = 0

  start() {
    console.log('the ledger is open')
  }

  transition(_key: string, start: string, finish: string) {
    if (start === 'processing' && finish === 'memory') this.done += 1
  }

  beforeClose() {
    console.log('tasks done:', this.done)
  }
}
