/** Has nothing to do with Dask. The name of its class is a coincidence. */
import { made } from '../origins.ts'

export class WorkerPlugin {
  setup() {}
}

made(import.meta.url, WorkerPlugin)
