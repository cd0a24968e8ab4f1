/** The last worker leaves, and another comes. */
import { inc, RecScheduler, RecWorker } from './plugins.ts'
import { statesOf } from './processing.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a' }),
    (made) => made.result(),
  )
  await step(() => cluster.scale(0))
  await step(() => [a.status, statesOf(cluster)])
  const b = await stepWith(
    step,
    () => client.submit(inc, [a], { key: 'b' }),
    () => null,
  )
  await step(() => [b.status, statesOf(cluster)])
  await step(async () => {
    await cluster.scale(1)
    return b.result()
  })
  await step(() => {
    b.release()
    a.release()
  })
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
