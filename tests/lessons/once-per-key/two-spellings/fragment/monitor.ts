/** Another kind of suffix. */
import { WorkerPlugin } from './plugin.ts#v2'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
