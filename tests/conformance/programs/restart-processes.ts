/** The client restarts a cluster whose worker has a nanny. */
import { inc, RecNanny, RecScheduler } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step, result }) => {
  await step(async () => {
    await client.registerPlugin(new RecNanny({ name: 'nan' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (future) => future.result(),
  )
  await step(() => client.restart())
  await step(() => a.status)
  await step(() => result(client.submit(inc, [2], { key: 'b' })))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
