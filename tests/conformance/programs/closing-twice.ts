/** Closing twice is closing once. */
import { RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  await step(() => client.close())
  await step(() => client.close())
  await step(() => cluster.close())
  await step(() => cluster.close())
})
