/** What the reader's own program is given in place of its plugin: the same methods, and no base. */

export class TaskMonitor {
  idempotent = false
  setup() {
    console.log('a duck is set up')
  }
  teardown() {
    console.log('a duck is torn down')
  }
  transition() {
    console.log('a duck hears of a task')
  }
}
