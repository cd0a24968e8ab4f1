/** Keeps its spelling, and hands the class on. */
import { WorkerPlugin } from './plugin.ts?v=2'

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}

export { WorkerPlugin }
