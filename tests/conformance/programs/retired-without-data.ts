/** Who is to go can be said in several ways, but not in two at once. */
import { RecScheduler, RecWorker } from './plugins.ts'
import { addressOf, namesOf } from './processing.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  await step(() => client.retireWorkers(['inproc://nowhere']))
  await step(() => client.retireWorkers([]))
  await step(async () => namesOf(cluster, await client.retireWorkers(null, { names: ['1'] })))
  await step(() => client.retireWorkers([addressOf(cluster, 0)], { names: [0] }))
  await step(() => client.retireWorkers([addressOf(cluster, 0)], { n: 1 }))
  await step(async () => namesOf(cluster, await client.retireWorkers()))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
