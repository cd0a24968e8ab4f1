/** The same plugin through the deprecated door. */
import { LongWorker } from './long-plugins.ts'
import { inc, seen } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, result, note, worker }) => {
  await step(() => client.registerWorkerPlugin(new LongWorker({ name: 'rec' })))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1', workers: [0] })))
  await step(() => result(client.submit(seen, [], { key: 'seen-1', workers: [0] })))
  note('worker_plugins_after', Object.fromEntries([0, 1].map((name) => [name, [...worker(name).plugins.keys()]])))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
