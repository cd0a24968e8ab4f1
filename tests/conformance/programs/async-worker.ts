/** A recording plugin whose hooks are async. */
import type { Worker } from 'distributed'
import { RecWorker } from './plugins.ts'

export class AsyncWorker extends RecWorker {
  override async setup(worker: Worker): Promise<void> {
    super.setup(worker)
  }

  override async teardown(worker: Worker): Promise<void> {
    super.teardown(worker)
  }
}
