/** A nanny plugin whose teardown fails, among others. */
import { RecNanny, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecNanny({ name: 'a' })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'b', fail: ['teardown'] })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'd' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'w' })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'b', tag: '2', fail: ['teardown'] })))
  await step(() => client.unregisterWorkerPlugin('b', { nanny: true }))
  await step(() => client.unregisterWorkerPlugin('b', { nanny: true }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
