/** A nanny plugin where there are none. */
import { RecNanny } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, note }) => {
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan' })))
  note('scheduler.nanny_plugins', [...cluster.scheduler.nannyPlugins.keys()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
