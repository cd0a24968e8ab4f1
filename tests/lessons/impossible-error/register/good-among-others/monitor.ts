/** A plugin for the workers, one for the scheduler, and the one that Dask refuses. */
import { WorkerPlugin as Twin } from 'dask/distributed/diagnostics/plugin'
import { SchedulerPlugin, type Worker, WorkerPlugin } from 'distributed'

export class OldMonitor extends Twin {}

export class Planner extends SchedulerPlugin {}

class Watching extends WorkerPlugin {
  override setup(worker: Worker) {
    console.log(`watching ${worker.address}`)
  }
}

export class TaskMonitor extends Watching {
  override readonly name = 'tasks'
}

export class MemoryMonitor extends Watching {
  override readonly name = 'memory'
}
