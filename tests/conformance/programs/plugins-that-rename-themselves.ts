/** The name under which a plugin is held is the one that it was registered under. */
import type { Worker } from 'distributed'
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

/** Takes another name while it is set up. */
class Renaming extends RecWorker {
  override setup(worker: Worker): void {
    super.setup(worker)
    Object.assign(this, { name: 'renamed', who: { ...this.who, name: 'renamed' } })
  }
}

/** Takes itself out of what holds it. */
class Leaving extends RecWorker {
  override setup(worker: Worker): void {
    super.setup(worker)
    worker.plugins.delete(this.who.name)
  }
}

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  await step(() => client.registerPlugin(new Renaming({ name: 'first' })))
  await step(() => [...worker(0).plugins.keys()])
  await step(() => client.unregisterWorkerPlugin('renamed'))
  await step(() => client.unregisterWorkerPlugin('first'))
  await step(() => client.registerPlugin(new Leaving({ name: 'out' })))
  await step(() => [...worker(0).plugins.keys()])
  await step(() => client.unregisterWorkerPlugin('out'))
  await step(() => client.unregisterWorkerPlugin('out'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
