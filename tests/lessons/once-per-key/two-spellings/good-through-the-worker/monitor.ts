/** Takes the class from whoever checks it. */
import { WorkerPlugin } from './worker.ts'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
