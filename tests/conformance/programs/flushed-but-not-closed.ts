/** A worker gives away what only it has, and takes up nothing new. */
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { addressOf, holdersOf, namesOf } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2 }, async ({ client, cluster, step, worker }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a', workers: [1], allowOtherWorkers: true }),
    (made) => made.result(),
  )
  const flush = { closeWorkers: false, remove: false }
  await step(async () => namesOf(cluster, await client.retireWorkers([addressOf(cluster, 1)], flush)))
  await step(() => holdersOf(cluster, 'a'))
  await step(() => worker(1).status)
  await stepWith(
    step,
    () => client.submit(inc, [5], { key: 'b' }),
    async (b) => [await b.result(), holdersOf(cluster, 'b')],
  )
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
