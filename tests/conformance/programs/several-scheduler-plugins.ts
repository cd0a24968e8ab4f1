/** Several scheduler plugins hear of everything in the order in which they came. */
import { inc, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  for (const name of ['b', 'a']) await step(() => client.registerPlugin(new RecScheduler({ name })))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'b', tag: 'second' })))
  await step(() => cluster.scale(2))
  await step(() => client.unregisterSchedulerPlugin('b'))
  await step(() => cluster.scale(1))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
