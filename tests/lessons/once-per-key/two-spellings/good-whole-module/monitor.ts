/** Imports the whole module. */
import * as plugin from './plugin.ts'

export class TaskMonitor extends plugin.WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
