/** The life of a scheduler plugin. */
import { Client } from 'distributed'
import { inc, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1' })))
  await step(async () => {
    const second = new Client(cluster)
    await second.close()
  })
  await step(() => cluster.scale(2))
  await step(() => client.logEvent('topic', 'msg'))
  await step(() => cluster.scale(1))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', tag: 'second' })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', tag: 'third', idempotent: true })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
