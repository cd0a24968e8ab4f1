/** The cluster closes, and a teardown fails. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'a', fail: ['teardown'] })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'b' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
