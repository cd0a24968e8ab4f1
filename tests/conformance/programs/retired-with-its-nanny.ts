/** A worker that is a process leaves gracefully, and its nanny with it. */
import { inc, RecNanny, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 2, processes: true }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecNanny({ name: 'nan' }))
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(inc, [1], { key: 'a', workers: [1], allowOtherWorkers: true }),
    (made) => made.result(),
  )
  await step(async () => Object.keys(await client.retireWorkers(null, { names: [1] })).length)
  await step(() => a.result())
  await step(() => [...cluster.scheduler.workers.values()].map(({ name }) => name))
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
