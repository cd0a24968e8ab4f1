/** With a class between. */
import { WorkerPlugin } from './plugin.ts'

class Monitor extends WorkerPlugin {
  describe() {
    return super.setup()
  }
}

export class TaskMonitor extends Monitor {
  setup() {
    return `monitor ${this.describe()}`
  }
}
