/** Plugins that come and go while there is no worker. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 0 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: '2', idempotent: true })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => cluster.scale(1))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
