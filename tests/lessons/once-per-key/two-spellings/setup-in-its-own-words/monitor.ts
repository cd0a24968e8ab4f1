/** Uses nothing of its base. */
import { WorkerPlugin } from './plugin.ts'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return 'monitor ready'
  }
}
