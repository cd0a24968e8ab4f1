/** The bases of all plugins. */
import { made } from '../origins.ts'

export class SchedulerPlugin {
  start() {}
}
export class WorkerPlugin {
  setup() {}
}
export class NannyPlugin {
  setup() {}
}

made(import.meta.url, SchedulerPlugin, WorkerPlugin, NannyPlugin)
