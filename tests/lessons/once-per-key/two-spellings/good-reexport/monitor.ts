/** Takes the class from the worker, which re-exports it. */
import { WorkerPlugin } from './worker.ts'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
