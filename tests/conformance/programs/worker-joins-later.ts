/** A worker joins after the plugin, and leaves again. */
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => cluster.scale(2))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1', workers: [1] })))
  await step(() => cluster.scale(1))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
