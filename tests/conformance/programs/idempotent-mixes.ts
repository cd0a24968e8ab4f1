/** Which flag counts, on each kind. */
import { RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'w', tag: '1' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'w', tag: '2', idempotent: true })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 's', tag: '1', idempotent: true })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 's', tag: '2' })))
  await step(() => client.registerPlugin(new RecScheduler({ name: 's', tag: '3', idempotent: true })))
  await step(() => client.registerPlugin(new RecWorker({ name: 's', tag: '4', idempotent: true })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'w', tag: '5', idempotent: Object(1) })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
