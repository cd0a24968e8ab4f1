/** A setup that fails everywhere, and on a worker that joins later. */
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result, note, worker }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', fail: ['setup'] })))
  await step(() => cluster.scale(2))
  note('worker.plugins after', Object.fromEntries([0, 1].map((name) => [name, [...worker(name).plugins.keys()]])))
  note('status', Object.fromEntries([0, 1].map((name) => [name, worker(name).status])))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1', workers: [1] })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
