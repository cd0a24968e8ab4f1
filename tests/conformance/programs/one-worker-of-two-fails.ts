/** Of several answers, the first error counts. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, worker }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', fail: ['setup', 'teardown'] })))
  await step(() => client.unregisterWorkerPlugin('rec'))
  await step(() => [0, 1].map((name) => [...worker(name).plugins.keys()]))
  await step(() => [...cluster.scheduler.workerPlugins.keys()])
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: '2' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
