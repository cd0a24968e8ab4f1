/** A worker joins with hooks that give way and fail. */
import { AsyncWorker } from './async-worker.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 0 }, async ({ client, cluster, step, worker }) => {
  await step(() => client.registerPlugin(new AsyncWorker({ name: 'bad', fail: ['setup'] })))
  await step(() => client.registerPlugin(new AsyncWorker({ name: 'rec' })))
  await step(() => cluster.scale(1))
  await step(() => worker(0).status)
  await step(() => client.registerPlugin(new AsyncWorker({ name: 'rec', tag: '2', fail: ['setup'] })))
  await step(() => cluster.scale(0))
  await step(() => client.unregisterWorkerPlugin('bad'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
