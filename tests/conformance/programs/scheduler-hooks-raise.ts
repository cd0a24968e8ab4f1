/** A scheduler plugin whose hooks fail. */
import { inc, RecScheduler } from './plugins.ts'
import { tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step, result }) => {
  const fail = ['update_graph', 'add_worker', 'remove_worker', 'add_client', 'remove_client', 'before_close', 'close']
  await step(() => client.registerPlugin(new RecScheduler({ name: 'sch', fail })))
  await step(() => result(client.submit(inc, [1], { key: 'a' })))
  await step(() => cluster.scale(2))
  await step(() => cluster.scale(1))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
