/** Hooks fail while workers begin anew. */
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, result, step }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', fail: ['restart'] })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', fail: ['teardown'] })))
  await step(() => client.restart())
  await step(() => result(client.submit(inc, [1], { key: 'a' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'bad', fail: ['setup'] })))
  await step(() => client.restart())
  await step(() => result(client.submit(inc, [1], { key: 'b' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
