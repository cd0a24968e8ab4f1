/** What the reader's own program is given in place of its plugin for the scheduler: the same methods, and no base. */

export class Ledger {
  idempotent = false
  done = 0
  start() {
    console.log('a duck is started')
  }
  transition() {
    this.done += 1
  }
  beforeClose() {
    console.log('a duck is closed')
  }
}
