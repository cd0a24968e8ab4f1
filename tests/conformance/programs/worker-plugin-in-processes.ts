/** The life of a worker plugin where workers are processes of their own. */
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'bad', fail: ['setup'] })))
  await step(() => result(client.submit(inc, [1], { key: 'a' })))
  await step(() => cluster.scale(2))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
