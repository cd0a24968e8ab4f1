/** The shape of the report: a class of the program itself on the long-path base, two worker processes. */
import { WorkerPlugin as LongWorkerPlugin } from 'dask/distributed/diagnostics/plugin'
import { type Worker, WorkerPlugin } from 'distributed'
import { heard, tell } from './story.ts'

class PolitePlugin extends LongWorkerPlugin {
  override readonly name = 'polite'

  override setup(worker: Worker): void {
    const base = 'dask.distributed.diagnostics.plugin.WorkerPlugin'
    const isinstance_canonical = this instanceof WorkerPlugin
    heard({ hook: 'setup', kind: 'worker', worker: String(worker.name), plugin: 'polite', base, isinstance_canonical })
  }

  override teardown(worker: Worker): void {
    heard({ hook: 'teardown', kind: 'worker', worker: String(worker.name), plugin: 'polite' })
  }
}

export const told = await tell({ nWorkers: 2, processes: true }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new PolitePlugin()))
  await step(() => client.registerWorkerPlugin(new PolitePlugin()))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
