/** A worker that joins sets up all plugins, even after one that fails. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 0 }, async ({ client, cluster, step, worker }) => {
  for (const name of ['b', 'a', 'c']) await step(() => client.registerPlugin(new RecWorker({ name })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'bad', fail: ['setup', 'teardown'] })))
  await step(() => cluster.scale(1))
  await step(() => [...worker(0).plugins.keys()])
  await step(() => client.unregisterWorkerPlugin('a'))
  await step(() => cluster.scale(2))
  await step(() => cluster.scale(0))
  await step(() => client.close())
  await step(() => cluster.close())
})
