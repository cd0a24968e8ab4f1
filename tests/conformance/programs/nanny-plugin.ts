/** The life of a nanny plugin. */
import { RecNanny } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 2, processes: true }, async ({ client, cluster, step, note, worker }) => {
  const before = worker(0)
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan' })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan', tag: 'second' })))
  await step(() => client.registerPlugin(new RecNanny({ name: 'nan', tag: 'third', idempotent: true })))
  note('workers restarted by plugin without restart', worker(0) !== before)
  await step(() => cluster.scale(3))
  await step(() => client.unregisterWorkerPlugin('nan', { nanny: true }))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
