/** Nanny plugins whose hooks are async. */
import type { Nanny } from 'distributed'
import { RecNanny } from './plugins.ts'
import { tell } from './story.ts'

class AsyncNanny extends RecNanny {
  override async setup(nanny: Nanny): Promise<void> {
    super.setup(nanny)
  }

  override async teardown(nanny: Nanny): Promise<void> {
    super.teardown(nanny)
  }
}

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new AsyncNanny({ name: 'a' })))
  await step(() => client.registerPlugin(new AsyncNanny({ name: 'b', fail: ['setup'], restart: true })))
  await step(() => cluster.scale(2))
  await step(() => client.registerPlugin(new AsyncNanny({ name: 'a', tag: '2', restart: true })))
  await step(() => client.unregisterWorkerPlugin('a', { nanny: true }))
  await step(() => client.unregisterWorkerPlugin('b', { nanny: true }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
