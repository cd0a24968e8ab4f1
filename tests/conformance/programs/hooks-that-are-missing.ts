/** A plugin without hooks of its own. */
import { inc, QuietWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new QuietWorker({ name: 'q' })))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => client.unregisterWorkerPlugin('q'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
