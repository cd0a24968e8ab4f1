/** The end of a cluster whose workers have nannies. */
import { RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecNanny({ name: 'nan' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  await step(() => client.close())
  await step(() => cluster.close())
})
