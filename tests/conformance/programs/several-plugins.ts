/** Several plugins on one worker, in the order in which they came. */
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'b' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'a' })))
  await step(() => result(client.submit(inc, [1], { key: 'k' })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'b', tag: 'second' })))
  await step(() => result(client.submit(inc, [1], { key: 'l' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
