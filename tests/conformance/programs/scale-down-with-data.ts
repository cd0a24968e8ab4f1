/** The worker that has a result leaves. */
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const options = { key: 'a', workers: [1], allowOtherWorkers: true }
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], options),
    (future) => future.result(),
  )
  await step(() => cluster.scale(1))
  await step(() => a.result())
  await step(() => a.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
