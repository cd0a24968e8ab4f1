/** A plugin. With ?v=2, so that no browser keeps an old copy. */
import { WorkerPlugin } from './plugin.ts?v=2'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
