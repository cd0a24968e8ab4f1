/** By a detour that ends at the same path. */
import { WorkerPlugin } from './a/../plugin.ts'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
