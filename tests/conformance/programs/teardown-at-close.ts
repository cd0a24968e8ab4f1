/** Who is torn down and told when, at the end. */
import { RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'a' }))
    await client.registerPlugin(new RecWorker({ name: 'b' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  await step(() => client.close())
  await step(() => cluster.close())
})
