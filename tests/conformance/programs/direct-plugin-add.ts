/** What a preload script does: no dispatch on the client at all. */
import { LongScheduler, LongWorker } from './long-plugins.ts'
import { inc } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, named: false }, async ({ client, cluster, step, result, worker }) => {
  await step(async () => ({
    [worker(0).address]: await worker(0).pluginAdd({ plugin: new LongWorker({ name: 'rec' }) }),
  }))
  await step(() => {
    cluster.scheduler.addPlugin(new LongScheduler({ name: 'sch' }))
    return 'added'
  })
  await step(() => result(client.submit(inc, [1], { key: 'inc-1' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
