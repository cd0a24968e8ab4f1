/** Unknown names, and one name on every kind. */
import { RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.unregisterWorkerPlugin('nope'))
  await step(() => client.unregisterWorkerPlugin('nope', { nanny: true }))
  await step(() => client.unregisterSchedulerPlugin('nope'))
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'same' }))
    await client.registerPlugin(new RecScheduler({ name: 'same' }))
    await client.registerPlugin(new RecNanny({ name: 'same' }))
  })
  await step(() => client.unregisterSchedulerPlugin('same'))
  await step(() => client.unregisterWorkerPlugin('same', { nanny: true }))
  await step(() => client.unregisterWorkerPlugin('same'))
  await step(() => client.unregisterWorkerPlugin('same'))
  await step(() => client.unregisterWorkerPlugin(null as never))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
