/** A plugin. When plugin.ts changed, somebody added ?v=2, so that no browser would keep an old copy. */
import { WorkerPlugin } from './plugin.ts?v=2'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
