/** A plugin that fails whenever a task changes state. */
import { inc, RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', fail: ['transition'] })))
  await step(() => result(client.submit(inc, [1], { key: 'a' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
