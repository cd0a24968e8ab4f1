/** Environment variables for workers that have no process of their own. */
import { Environ } from 'distributed'
import { RecWorker } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, worker }) => {
  await step(() => client.registerPlugin(new Environ({ LOST: 1 }), { name: 'env' }))
  await step(() => client.registerPlugin(new Environ({ LOST: 2 }), { name: 'env' }))
  await step(() => client.registerPlugin(new RecWorker({ name: 'env' })))
  await step(() => [[...cluster.scheduler.nannyPlugins.keys()], worker(0).plugins.has('env')])
  await step(() => client.unregisterWorkerPlugin('env', { nanny: true }))
  await step(() => client.unregisterWorkerPlugin('env', { nanny: true }))
  await step(() => worker(0).env.LOST ?? null)
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
