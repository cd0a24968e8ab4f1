/** Hooks that are async, and fail. */
import type { Worker } from 'distributed'
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

class AsyncWorker extends RecWorker {
  override async setup(worker: Worker): Promise<void> {
    super.setup(worker)
  }

  override async teardown(worker: Worker): Promise<void> {
    super.teardown(worker)
  }
}

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new AsyncWorker({ name: 'rec', fail: ['setup'] })))
  await step(() => client.registerPlugin(new AsyncWorker({ name: 'rec', tag: 'second', fail: ['teardown'] })))
  await step(() => client.registerPlugin(new AsyncWorker({ name: 'rec', tag: 'third' })))
  await step(() => cluster.scale(1))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
