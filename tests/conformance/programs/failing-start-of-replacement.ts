/** A replacement that fails to start leaves the old one in place. */
import { inc, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', tag: 'first' })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', tag: 'second', fail: ['start'] })))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
