/** Hooks fail while everything closes. */
import { RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() =>
    client.registerPlugin(new RecScheduler({ name: 'a', fail: ['before_close', 'close', 'remove_client'] })),
  )
  await step(() => client.registerPlugin(new RecScheduler({ name: 'b' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'w', tag: 'w' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
  await step(() => [client.status, cluster.status, cluster.scheduler.status])
})
