/** A failed task is run again. */
import { secondTime } from './gates.ts'
import { RecScheduler, RecWorker } from './plugins.ts'
import { stepWith, tell } from './story.ts'

export const told = await tell({ nWorkers: 1 }, async ({ client, cluster, step }) => {
  await step(async () => {
    await client.registerPlugin(new RecWorker({ name: 'rec' }))
    await client.registerPlugin(new RecScheduler({ name: 'sch' }))
  })
  const a = await stepWith(
    step,
    () => client.submit(secondTime, [], { key: 'a' }),
    async (future) => Object(await future.exception()).message,
  )
  await step(async () => {
    await a.retry()
    return a.result()
  })
  await step(() => a.release())
  await step(async () => {
    await client.close()
    await cluster.close()
  })
})
