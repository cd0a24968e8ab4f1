/** Nanny plugins whose hooks fail. */
import { RecNanny } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecNanny({ name: 'a', fail: ['setup'] })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'b', fail: ['teardown'] })))
  await step(() => cluster.scale(2))
  await step(() => client.unregisterWorkerPlugin('a', { nanny: true }))
  await step(() => client.unregisterWorkerPlugin('b', { nanny: true }))
  await step(() => client.unregisterWorkerPlugin('b'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
