/** The class moves in here, and the worker takes it from here. */
export class WorkerPlugin {
  setup() {
    return 'ready'
  }
}

export class TaskMonitor extends WorkerPlugin {
  setup() {
    return `monitor ${super.setup()}`
  }
}
