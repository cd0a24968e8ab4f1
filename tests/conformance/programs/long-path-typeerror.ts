/** The bug itself: a child of the long-path class. */
import { LongWorker } from './long-plugins.ts'
import { inc } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, result, note, worker }) => {
  await step(() => client.registerPlugin(new LongWorker({ name: 'rec' })))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1' })))
  note('worker_plugins_after', Object.fromEntries([0, 1].map((name) => [name, [...worker(name).plugins.keys()]])))
  note('scheduler.worker_plugins', [...cluster.scheduler.workerPlugins.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
