/** The class itself is registered, with both methods. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, note, worker }) => {
  // The wrong type is the story.
  await step(() => Reflect.apply(client.registerPlugin, client, [RecWorker]))
  await step(() => client.registerWorkerPlugin(RecWorker))
  note('left in worker.plugins', [...worker(0).plugins.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
