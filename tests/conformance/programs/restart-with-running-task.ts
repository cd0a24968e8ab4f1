/** A restart ends what is running. */
import { inc, RecNanny, RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

/** A task that ends only with its worker. */
const sleep = (): Promise<null> => new Promise(() => undefined)

export const told = await tell({ nWorkers: 1, processes: true }, async ({ client, cluster, step, result }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecNanny({ name: 'nan' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(sleep, [], { key: 'a' }),
    () => null,
  )
  await step(() => client.restart())
  await step(() => a.status)
  await step(() => a.result())
  await step(() => a.release())
  await step(() => result(client.submit(inc, [2], { key: 'b' })))
  await step(() => [...cluster.scheduler.workers.values()].map(({ name }) => name).sort())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
