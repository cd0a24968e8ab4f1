/** What workers that join meanwhile get of a plugin that comes and goes. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => cluster.scale(2))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: '2', idempotent: true })))
  await step(() => cluster.scale(3))
  await step(() => cluster.scale(1))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: '3' })))
  await step(() => cluster.scale(2))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
