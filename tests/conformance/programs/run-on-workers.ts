/** Functions that run at once, beside the tasks. */
import type { Worker } from 'distributed'
import { boom, inc } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, worker }) => {
  await step(async () => Object.values(await client.run((one: Worker) => one.name)))
  await step(() => client.run(inc, [1], { workers: [worker(1).address] }))
  await step(() => client.run(boom, [1]))
  await step(() => client.runOnScheduler(inc, [4]))
  await step(() => client.runOnScheduler(boom, [4]))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
