/** Nannies that come after their plugins. */
import { inc, RecNanny, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 0, processes: true }, async ({ client, cluster, result, step }) => {
  await step(() => client.registerPlugin(new RecNanny({ name: 'a', fail: ['setup'] })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'b', idempotent: true })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'b', tag: '2', idempotent: true })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'w' })))
  await step(() => cluster.scale(1))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => cluster.scale(0))
  await step(() => client.unregisterWorkerPlugin('a', { nanny: true }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
