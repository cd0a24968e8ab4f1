/** Has what the base has, and no base. */
export class TaskMonitor {
  setup() {
    return 'monitor ready'
  }
}
