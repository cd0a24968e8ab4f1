/** A task that may fail once. */
import { secondTime } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  await step(() => result(client.submit(secondTime, [], { key: 'a', retries: 1 })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
