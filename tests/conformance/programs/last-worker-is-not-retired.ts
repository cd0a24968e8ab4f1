/** A worker that has what nobody else could take stays. */
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { addressOf, namesOf } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, result, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (made) => made.result(),
  )
  await step(async () => namesOf(cluster, await client.retireWorkers([addressOf(cluster, 0)])))
  await step(async () => [await a.result(), await result(client.submit(inc, [5], { key: 'b' }))])
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
