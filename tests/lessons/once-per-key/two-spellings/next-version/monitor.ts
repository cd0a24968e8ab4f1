/** Counts on. */
import { WorkerPlugin } from './plugin.ts?v=3'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
