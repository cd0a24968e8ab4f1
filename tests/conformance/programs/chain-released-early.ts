/** What a result was made of is let go of before the result. */
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
  const b = await stepWith(
    step,
    () => client.submit(inc, [a], { key: 'b' }),
    (future) => future.result(),
  )
  await step(() => a.release())
  await step(() => b.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
