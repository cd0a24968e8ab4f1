/** A plugin with the canonical base is set up, hears of tasks, and is torn down. */
import { inc, RecWorker, seen } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' })))
  await step(() => result(client.submit(inc, [1], { key: 'inc-1', workers: [0] })))
  await step(() => result(client.submit(seen, [], { key: 'seen-1', workers: [0] })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
