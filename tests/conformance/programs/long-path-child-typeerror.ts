/** A grandchild of the long-path class. */
import { LongWorkerChild } from './long-plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new LongWorkerChild()))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
