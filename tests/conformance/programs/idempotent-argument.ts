/** The deprecated argument of `registerPlugin`. */
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecWorker({ name: 'rec' }), { idempotent: true }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
