/** A plugin is replaced, and the teardown of the old one fails. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'first', fail: ['teardown'] })))
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec', tag: 'second' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
