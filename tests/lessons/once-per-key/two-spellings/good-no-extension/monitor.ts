/** Without the ending. */
import { WorkerPlugin } from './plugin'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
