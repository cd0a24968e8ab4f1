/** Fails while it loads. */
import { WorkerPlugin } from './plugin.ts'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}

throw new Error('not today')
