/** A plugin whose setup adds another to its worker. */
import type { Worker } from 'distributed'
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

class Bringing extends RecWorker {
  override async setup(worker: Worker): Promise<void> {
    super.setup(worker)
    await worker.pluginAdd({ plugin: new RecWorker({ name: 'brought' }) })
    await worker.pluginAdd({ plugin: new RecWorker({ name: 'brought', tag: 'again' }) })
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  await step(() => client.registerPlugin(new Bringing({ name: 'first' })))
  await step(() => [...worker(0).plugins.keys()])
  await step(() => [...cluster.scheduler.workerPlugins.keys()])
  await step(() => client.unregisterWorkerPlugin('brought'))
  await step(() => cluster.scale(2))
  await step(() => cluster.scale(1))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
