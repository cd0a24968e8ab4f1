/** A plugin is taken away, and once more. */
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1' })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
