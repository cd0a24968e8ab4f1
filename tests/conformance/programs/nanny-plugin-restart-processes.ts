/** Nanny plugins that restart the worker. */
import { Environ } from 'distributed'
import { RecNanny, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step }) => {
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch' })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan', restart: true })))
  await step(() => client.registerPlugin(new Environ({ A: 1 }), { name: 'env' }))
  await step(() => client.registerPlugin(new RecNanny({ name: 'bad', restart: true, fail: ['setup'] })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
