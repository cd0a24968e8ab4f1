/** Brings its own base, of the same name. */
class WorkerPlugin {
  setup() {
    return 'ready'
  }
}

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
