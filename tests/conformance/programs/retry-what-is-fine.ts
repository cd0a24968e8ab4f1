/** A retry of what has not failed computes it again. */
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (future) => future.result(),
  )
  await step(() => a.retry())
  await step(async () => [a.status, await a.result()])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
