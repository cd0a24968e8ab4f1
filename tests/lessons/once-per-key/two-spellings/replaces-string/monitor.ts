/** A plugin. */
import { WorkerPlugin } from './plugin.ts'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
