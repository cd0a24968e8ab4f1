/** Names of every sort: what counts as one, and how it is found again. */
import { RecWorker } from './plugins.ts'
import { tell, untyped } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'own' }), { name: untyped(5) }))
  await step(() => client.registerPlugin(new RecWorker({ name: untyped(5), tag: '2' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'own' }), { name: untyped(0) }))
  await step(() => client.registerPlugin(new RecWorker({ name: untyped(0) })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'own' }), { name: untyped(false) }))
  await step(() => [...worker(0).plugins.keys()])
  await step(() => client.unregisterWorkerPlugin('5'))
  await step(() => client.unregisterWorkerPlugin(untyped(5)))
  await step(() => client.unregisterWorkerPlugin(untyped(5)))
  await step(() => client.unregisterSchedulerPlugin(untyped(5)))
  await step(() => client.unregisterWorkerPlugin(untyped(null)))
  await step(() => client.unregisterSchedulerPlugin(untyped(null)))
  await step(() => client.unregisterWorkerPlugin('', { nanny: true }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
