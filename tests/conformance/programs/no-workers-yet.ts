/** A task comes before any worker. */
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 0 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    () => null,
  )
  await step(() => a.status)
  await step(async () => {
    await cluster.scale(1)
    return a.result()
  })
  await step(() => a.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
