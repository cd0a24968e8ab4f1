/** What others have too is not brought anywhere. */
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { addressOf, holdersOf, namesOf } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a', workers: [1], allowOtherWorkers: true }),
    (made) => made.result(),
  )
  await step(() => client.submit(inc, [a], { key: 'b', workers: [0] }).result())
  await step(async () => namesOf(cluster, await client.retireWorkers([addressOf(cluster, 1)])))
  await step(() => holdersOf(cluster, 'a'))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
