/** A path that leads nowhere. */
import { WorkerPlugin } from './plugins.ts?v=2'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
