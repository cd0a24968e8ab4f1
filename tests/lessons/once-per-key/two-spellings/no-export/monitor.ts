/** Keeps the class to itself. */
import { WorkerPlugin } from './plugin.ts'

class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
